package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.kextmanager.cli.answer.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * One run inside this JVM.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record KextmRun(int status, String out, String err) {
  /** Runs kextm with nothing on standard input. */
  static KextmRun of(String... words) {
    return with("", words);
  }

  /** Runs kextm with a text on standard input. */
  static KextmRun with(String in, String... words) {
    return with(in.getBytes(UTF_8), words);
  }

  /** Runs kextm with some bytes on standard input. */
  static KextmRun with(byte[] in, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(new ByteArrayInputStream(in), out, new PrintStream(err, true, UTF_8));
    int status = new Kextm(console).run(List.of(words)).number();
    return new KextmRun(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The lines of standard output as objects. */
  List<JsonObject> json() {
    return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }
}
