package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.SimulatedMac;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a simulated Mac and what was asked of it. Their messages show everything that
 * was asked and answered.
 *
 * @since 0.1.0
 */
public final class SimulatedMacAssert extends AbstractAssert<SimulatedMacAssert, SimulatedMac> {
  private static final String SUDO = "/usr/bin/sudo";

  SimulatedMacAssert(SimulatedMac actual) {
    super(actual, SimulatedMacAssert.class);
  }

  /**
   * A program was run, by itself or through sudo, with whatever arguments.
   *
   * @param program the absolute path of the program
   * @return this
   */
  public SimulatedMacAssert ran(String program) {
    return check("to have run " + program, runs().anyMatch(words -> words.get(0).equals(program)));
  }

  /**
   * A program was run with exactly these arguments, by itself or through sudo.
   *
   * @param program the absolute path of the program
   * @param first its first argument
   * @param others its other arguments
   * @return this
   */
  public SimulatedMacAssert ran(String program, String first, String... others) {
    List<String> wanted = Stream.concat(Stream.of(program, first), Stream.of(others)).toList();
    return check("to have run " + String.join(" ", wanted), runs().anyMatch(wanted::equals));
  }

  /**
   * A program was not run, neither by itself nor through sudo.
   *
   * @param program the absolute path of the program
   * @return this
   */
  public SimulatedMacAssert didNotRun(String program) {
    return check(
        "not to have run " + program, runs().noneMatch(words -> words.get(0).equals(program)));
  }

  /**
   * Nothing was run at all.
   *
   * @return this
   */
  public SimulatedMacAssert ranNothing() {
    return check("to have run nothing", runs().findAny().isEmpty());
  }

  /**
   * The kernel holds a kext.
   *
   * @param identifier its bundle identifier
   * @return this
   */
  public SimulatedMacAssert hasLoaded(String identifier) {
    return check("to have loaded " + identifier, isLoaded(identifier));
  }

  /**
   * The kernel does not hold a kext.
   *
   * @param identifier its bundle identifier
   * @return this
   */
  public SimulatedMacAssert hasNotLoaded(String identifier) {
    return check("not to have loaded " + identifier, !isLoaded(identifier));
  }

  /**
   * The person at the Mac was asked to allow these kexts, has not decided, and was asked about no
   * others.
   *
   * @param identifiers their bundle identifiers, in any order; none for nothing that waits
   * @return this
   */
  public SimulatedMacAssert awaitsApprovalOf(String... identifiers) {
    isNotNull();
    List<String> waiting =
        actual.awaitingApproval().stream().map(BundleIdentifier::value).sorted().toList();
    List<String> wanted = Stream.of(identifiers).sorted().toList();
    return check(
        "to await approval of %s, not of %s".formatted(wanted, waiting), waiting.equals(wanted));
  }

  private boolean isLoaded(String identifier) {
    isNotNull();
    return actual.kernel().find(BundleIdentifier.reported(identifier)).isPresent();
  }

  private Stream<List<String>> runs() {
    isNotNull();
    return actual.commands().stream().map(command -> withoutSudo(command.argv()));
  }

  /** The words of the command that sudo was asked to run: options have no slash in front. */
  private static List<String> withoutSudo(List<String> words) {
    Optional<String> program =
        words.get(0).equals(SUDO)
            ? words.stream().skip(1).filter(word -> word.startsWith("/")).findFirst()
            : Optional.empty();
    return program.map(word -> words.subList(words.indexOf(word), words.size())).orElse(words);
  }

  private SimulatedMacAssert check(String expected, boolean holds) {
    if (!holds) {
      throw failure("%s", "Expected the Mac %s.\n%s".formatted(expected, actual.transcript()));
    }
    return this;
  }
}
