package io.tasker.samples.csv;

import io.tasker.handler.PermanentException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A row of the file, whose fields hold no commas. */
record Product(String title, String category, BigDecimal price, int stock, BigDecimal rating) {

  static long count(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1).count();
    } catch (NoSuchFileException e) {
      throw new PermanentException("There is no file of that name", "FILE_NOT_FOUND", e);
    }
  }

  static List<Product> read(Path file, long start, long end) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1 + start).limit(end - start).map(Product::parse).toList();
    }
  }

  private static Product parse(String row) {
    String[] fields = row.split(",", -1);
    return new Product(
        fields[1],
        fields[2],
        new BigDecimal(fields[3]),
        Integer.parseInt(fields[4]),
        new BigDecimal(fields[5]));
  }

  BigDecimal inventoryValue() {
    return price.multiply(BigDecimal.valueOf(stock));
  }
}
