package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.kernel.CpuType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The code of a kext.
 *
 * @param architectures for which processors it is
 * @param uuid its {@code LC_UUID} for each of them, or empty to leave it out
 * @param exported the symbols that it defines for others
 * @param imported the symbols that others must define for it
 */
public record Executable(
    List<CpuType> architectures,
    Optional<UUID> uuid,
    List<String> exported,
    List<String> imported) {

  /** Takes unmodifiable copies of the lists. */
  public Executable {
    architectures = List.copyOf(architectures);
    exported = List.copyOf(exported);
    imported = List.copyOf(imported);
  }

  /**
   * The same for other processors.
   *
   * @param others for which
   * @return the code
   */
  public Executable with(List<CpuType> others) {
    return new Executable(others, uuid, exported, imported);
  }

  /**
   * The same with another UUID.
   *
   * @param other the UUID, or empty to leave it out
   * @return the code
   */
  public Executable with(Optional<UUID> other) {
    return new Executable(architectures, other, exported, imported);
  }

  /**
   * The same with one more symbol for others.
   *
   * @param symbol its name
   * @return the code
   */
  public Executable exporting(String symbol) {
    return new Executable(architectures, uuid, with(exported, symbol), imported);
  }

  /**
   * The same with one more symbol of others.
   *
   * @param symbol its name
   * @return the code
   */
  public Executable importing(String symbol) {
    return new Executable(architectures, uuid, exported, with(imported, symbol));
  }

  private static List<String> with(List<String> symbols, String symbol) {
    List<String> more = new ArrayList<>(symbols);
    more.add(symbol);
    return more;
  }
}
