package io.github.kextmanager.cli.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The version of this build, which Maven writes into a resource. */
public final class ProductVersion {
  private ProductVersion() {}

  /** The version, as Maven writes it. */
  public static String text() {
    try (InputStream resource = ProductVersion.class.getResourceAsStream("version")) {
      return new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
