package io.tasker.processor.emit;

import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ModuleModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the lock file, which is a source of the user's and not an output of the compiler: that is
 * why it does not go through the filer, and is written only when asked for.
 */
public final class LockEmitter {
  private final Path file;

  /** Creates an emitter. */
  public LockEmitter(Path file) {
    this.file = file;
  }

  /** Writes the signatures of all workflows, beside those that were there. */
  public void emit(ModuleModel module, Lock before) {
    String text = before.with(module.workflows()).text();
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
