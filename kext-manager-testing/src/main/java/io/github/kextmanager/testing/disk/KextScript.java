package io.github.kextmanager.testing.disk;

import io.github.kextmanager.testing.kernel.KextCode;
import io.github.kextmanager.testing.kernel.KextCode.Idle;
import io.github.kextmanager.testing.kernel.KextCode.Termination;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What cannot be seen from a bundle: how its code behaves, and whether there is hardware for it. It
 * is kept in the bundle, so that it follows wherever the bundle is copied.
 *
 * <p>A bundle without one behaves, and has no hardware.
 *
 * @param code how its code behaves
 * @param hardware whether its personalities match something
 */
public record KextScript(KextCode code, Hardware hardware) {
  /** The file below the folder of the resources. */
  public static final String FILE_NAME = "simulated-mac.properties";

  private static final String INSTANCES = "instances.";

  /** A bundle about which nothing is said. */
  public static final KextScript PLAIN = new KextScript(KextCode.WELL_BEHAVED, Hardware.ABSENT);

  /** Whether there is hardware for a kext. */
  public enum Hardware {
    /** Its personalities match; it is started with the Mac. */
    PRESENT,
    /** Nothing matches; it is loaded when asked for. */
    ABSENT
  }

  static KextScript parse(byte[] file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Integer> instances = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(INSTANCES)) {
        instances.put(
            name.substring(INSTANCES.length()), Integer.valueOf(properties.getProperty(name)));
      }
    }
    var code =
        new KextCode(
            Integer.decode(properties.getProperty("start", "0")),
            Integer.decode(properties.getProperty("stop", "0")),
            instances,
            Termination.valueOf(properties.getProperty("termination", "COMPLIES")),
            Idle.valueOf(properties.getProperty("idle", "STAYS")));
    return new KextScript(code, Hardware.valueOf(properties.getProperty("hardware", "ABSENT")));
  }

  /**
   * The same with code that behaves otherwise.
   *
   * @param other the code
   * @return the script
   */
  public KextScript with(KextCode other) {
    return new KextScript(other, hardware);
  }

  /**
   * The same with hardware for it, or without.
   *
   * @param other whether its personalities match something
   * @return the script
   */
  public KextScript with(Hardware other) {
    return new KextScript(code, other);
  }

  /**
   * The contents of the file.
   *
   * @return properties, in a fixed order
   */
  public byte[] toFile() {
    var text = new StringBuilder();
    text.append("# How this kext behaves on a simulated Mac\n");
    text.append("start=").append(code.startReturn()).append('\n');
    text.append("stop=").append(code.stopReturn()).append('\n');
    text.append("termination=").append(code.termination()).append('\n');
    text.append("idle=").append(code.idle()).append('\n');
    code.instances()
        .forEach((name, count) -> text.append(INSTANCES + name + "=" + count).append('\n'));
    text.append("hardware=").append(hardware).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
