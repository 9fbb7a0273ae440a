package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.ValidationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MultipartBodyTest {
  @TempDir private Path directory;

  private static LocalServer.Request upload(MultipartBody parts) throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(201, ""));
        ApiClient api =
            ApiClient.builder(server.url()).header("Content-Type", "application/json").build()) {
      api.upload("documents", parts);
      return server.request();
    }
  }

  private static String boundary(LocalServer.Request request) {
    String type = request.header("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=tasker-");
    return type.substring(type.indexOf('=') + 1);
  }

  @Test
  void parts_areSentByteForByte() throws Exception {
    byte[] content = new byte[300_000];
    new Random(7).nextBytes(content);
    Path file = Files.write(directory.resolve("invoice.pdf"), content);
    byte[] small = {0, 13, 10, 45, 45, -1};

    LocalServer.Request request =
        upload(
            new MultipartBody()
                .field("kind", "Rechnung für α")
                .file("file", file, "application/pdf")
                .file("thumb", "t.bin", small, "image/png"));

    String line = "\r\n--" + boundary(request);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(
        utf8(
            line.substring(2)
                + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nRechnung für α"
                + line
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"invoice.pdf\""
                + "\r\nContent-Type: application/pdf\r\n\r\n"));
    expected.writeBytes(content);
    expected.writeBytes(
        utf8(
            line
                + "\r\nContent-Disposition: form-data; name=\"thumb\"; filename=\"t.bin\""
                + "\r\nContent-Type: image/png\r\n\r\n"));
    expected.writeBytes(small);
    expected.writeBytes(utf8(line + "--\r\n"));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body()).isEqualTo(expected.toByteArray());
  }

  @Test
  void names_cannotEndTheirQuotes() throws Exception {
    LocalServer.Request request =
        upload(
            new MultipartBody()
                .file("a\"b", "x\"\r\nContent-Type: evil\\ü.txt", new byte[] {65}, "text/plain"));
    assertThat(request.text())
        .contains(
            "name=\"a%22b\"; filename=\"x%22%0D%0AContent-Type: evil\\ü.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nA");
  }

  @Test
  void mediaTypes_cannotAddHeaders() {
    assertThatThrownBy(() -> new MultipartBody().file("f", "x", new byte[0], "text/plain\r\nX: y"))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void fileWithoutMediaType_isBytes() throws Exception {
    Path file = Files.writeString(directory.resolve("x"), "");
    assertThat(upload(new MultipartBody().file("f", file)).text())
        .contains("filename=\"x\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--");
  }

  @Test
  void fileThatIsAbsent_isPermanent() {
    MultipartBody parts = new MultipartBody().file("f", directory.resolve("absent"));
    assertThatThrownBy(() -> upload(parts))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("absent");
  }

  @Test
  void directory_isPermanent() {
    MultipartBody parts = new MultipartBody().file("f", directory);
    assertThatThrownBy(() -> upload(parts)).isInstanceOf(ValidationException.class);
  }

  @Test
  void nothing_isRefused() {
    assertThatThrownBy(() -> upload(new MultipartBody())).isInstanceOf(ValidationException.class);
  }

  @Test
  void parts_areImmutable() throws Exception {
    MultipartBody first = new MultipartBody().field("a", "1");
    first.field("b", "2");
    assertThat(upload(first).text()).doesNotContain("name=\"b\"");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
