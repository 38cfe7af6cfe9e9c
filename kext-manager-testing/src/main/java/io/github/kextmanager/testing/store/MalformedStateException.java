package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;

/** Well-formed JSON that is not the value that was expected; the message names the place. */
final class MalformedStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedStateException(JsonReader json, String problem) {
    super("at " + json.getPath() + ": " + problem);
  }
}
