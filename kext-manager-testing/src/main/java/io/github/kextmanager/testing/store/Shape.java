package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import java.io.IOException;

/** How the values of one type stand in JSON. */
interface Shape {
  /** Writes a value of the type. */
  void write(Object value, StringBuilder json);

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedStateException if something else stands there
   */
  Object read(JsonReader json) throws IOException;
}
