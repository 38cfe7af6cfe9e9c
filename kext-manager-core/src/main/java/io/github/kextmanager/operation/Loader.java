package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.tool.LoadTool;
import io.github.kextmanager.tool.Toolset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Loads kexts: one look, at most one command, one more look.
 *
 * <p>Thread-safe.
 */
public final class Loader {
  private final Mac mac;

  /**
   * Creates a loader.
   *
   * @param mac where it loads
   */
  public Loader(Mac mac) {
    this.mac = mac;
  }

  /**
   * Loads what is not loaded.
   *
   * @param request the kexts
   * @param insistence whether to ask macOS about a bundle that seems to be loaded
   * @return an outcome for each target, in order
   */
  public List<LoadOutcome> load(LoadRequest request, Insistence insistence) {
    return load(request, insistence, new BootPolicyWitness(mac));
  }

  List<LoadOutcome> load(LoadRequest request, Insistence insistence, BootPolicyWitness policy) {
    List<WantedKext> wanted = WantedKext.of(request, mac.root());
    LoadRequest resolved = LibraryPaths.resolved(request, mac.root());
    return mac.turn()
        .take(
            () -> {
              Commands commands = mac.commands();
              Toolset tools = mac.host().toolset(commands);
              try (var change = mac.memory().change(Aim.LOADED)) {
                return attempt(
                    wanted,
                    resolved,
                    insistence,
                    tools,
                    commands,
                    () -> look(tools, commands),
                    policy,
                    change);
              }
            });
  }

  List<LoadOutcome> attempt(
      List<WantedKext> wanted,
      LoadRequest request,
      Insistence insistence,
      Toolset tools,
      Commands commands,
      Supplier<Look> firstLook,
      BootPolicyWitness policy,
      RememberedChange change) {
    Look before = firstLook.get();
    List<WantedKext> open =
        wanted.stream().filter(kext -> isOpen(kext, before, insistence, tools.release())).toList();
    List<LoadOutcome> outcomes =
        open.isEmpty()
            ? unchanged(wanted, tools, before, commands)
            : changed(wanted, open, request, tools, before, commands, change).stream()
                .map(outcome -> policy.on(outcome, before, tools.release(), commands))
                .toList();
    change.cameOut(
        new LoadFindings(asked(wanted, tools), outcomes, VersionGrammar.of(tools.release())));
    return outcomes;
  }

  private List<LoadOutcome> unchanged(
      List<WantedKext> wanted, Toolset tools, Look before, Commands commands) {
    var attempt = LoadAttempt.unnecessary(mac.root(), tools, before, commands.records());
    return wanted.stream().map(attempt::outcomeOf).toList();
  }

  private List<LoadOutcome> changed(
      List<WantedKext> wanted,
      List<WantedKext> open,
      LoadRequest request,
      Toolset tools,
      Look before,
      Commands commands,
      RememberedChange change) {
    LogWitness witness = LogWitness.from(mac, tools.release(), commands);
    CommandLine command = tools.load().command(arguments(open, request), mac.deadlines().load());
    Privilege privilege = mac.host().privilege(commands);
    change.begin(asked(open, tools));
    CommandResult result = change.make(() -> commands.runAsRoot(command, privilege));
    SecondLook after = SecondLook.after(result, before, tools.look(), commands, mac.deadlines());
    var attempt =
        new LoadAttempt(
            mac.root(), tools, before, open, Optional.of(result), after, commands.records());
    var testimony = new LoadTestimony(witness);
    return wanted.stream().map(kext -> testimony.on(kext, attempt.outcomeOf(kext))).toList();
  }

  /**
   * Whether the look leaves open what to say of a kext.
   *
   * <p>Up to 10.15 the kernel refuses another version as long as one is loaded. From 11 on, asking
   * is how a new version comes into the collection of the next start.
   */
  private static boolean isOpen(
      WantedKext kext, Look look, Insistence insistence, MacOsVersion release) {
    return look.snapshot()
        .find(kext.identifier())
        .map(
            loaded ->
                kext.bundle().isPresent()
                    && (kext.isSameVersion(loaded, release)
                        ? insistence == Insistence.ASK_ABOUT_BUILDS
                        : release.isAtLeast(MacOsVersion.BIG_SUR)))
        .orElse(true);
  }

  private List<AskedKext> asked(List<WantedKext> kexts, Toolset tools) {
    return kexts.stream().map(kext -> kext.asked(mac.root(), tools.release())).toList();
  }

  private static LoadTool.Arguments arguments(List<WantedKext> open, LoadRequest request) {
    return new LoadTool.Arguments(
        open.stream()
            .filter(kext -> kext.target() instanceof LoadRequest.Target.Identified)
            .map(WantedKext::identifier)
            .toList(),
        open.stream().flatMap(kext -> kext.located().stream()).toList(),
        request.dependencies(),
        request.repositories());
  }

  private Look look(Toolset tools, Commands commands) {
    return Look.take(tools.look(), commands, mac.deadlines().look());
  }

  /** Whether to ask macOS about a bundle of which the same version is loaded. */
  public enum Insistence {
    /** No: the look has answered. */
    TRUST_THE_LOOK,
    /**
     * Yes: the tool compares the UUIDs as well, and says when another build of the same version is
     * loaded (IOKitUser, OSKext.c).
     */
    ASK_ABOUT_BUILDS
  }
}
