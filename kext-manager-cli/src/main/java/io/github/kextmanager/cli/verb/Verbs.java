package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.Verb;
import java.util.List;
import java.util.Optional;

/** All verbs by their names. */
public final class Verbs {
  /** The names in the order of the manual. */
  public static final List<String> NAMES =
      List.of(
          "list",
          "status",
          "load",
          "unload",
          "ensure",
          "owed",
          "inspect",
          "check",
          "resolve",
          "graph",
          "doctor",
          "report",
          "explain",
          "profile",
          "sudoers",
          "parse kextstat",
          "parse version",
          "mac new",
          "mac show",
          "mac approve",
          "mac deny",
          "mac restart",
          "mac profile",
          "mac exclude",
          "mac recovery",
          "mac upgrade",
          "mac open",
          "mac close",
          "mac fault",
          "mac kext",
          "mac env",
          "mac enter",
          "demo",
          "completion");

  private Verbs() {}

  /** The verb of a name. Nothing of the others is loaded. */
  public static Optional<Verb> named(String name) {
    return switch (name) {
      case "list" -> Optional.of(new ListKexts());
      case "status" -> Optional.of(new Status());
      case "load" -> Optional.of(new Load());
      case "unload" -> Optional.of(new Unload());
      case "ensure" -> Optional.of(new Ensure());
      case "owed" -> Optional.of(new OwedKexts());
      case "inspect" -> Optional.of(new Inspect());
      case "check" -> Optional.of(new Check());
      case "resolve" -> Optional.of(new Resolve());
      case "graph" -> Optional.of(new Graph());
      case "doctor" -> Optional.of(new DiagnoseKexts());
      case "report" -> Optional.of(new WriteReport());
      case "explain" -> Optional.of(new Explain());
      case "parse kextstat" -> Optional.of(new ParseKextstat());
      case "parse version" -> Optional.of(new ParseVersion());
      case "profile" -> Optional.of(new Profile());
      case "sudoers" -> Optional.of(new Sudoers());
      case "mac new" -> Optional.of(new MacNew());
      case "mac show" -> Optional.of(new MacShow());
      case "mac approve" -> Optional.of(new MacApprove());
      case "mac deny" -> Optional.of(new MacDeny());
      case "mac restart" -> Optional.of(new MacRestart());
      case "mac profile" -> Optional.of(new MacProfile());
      case "mac exclude" -> Optional.of(new MacExclude());
      case "mac recovery" -> Optional.of(new MacRecovery());
      case "mac upgrade" -> Optional.of(new MacUpgrade());
      case "mac open" -> Optional.of(new MacOpen());
      case "mac close" -> Optional.of(new MacClose());
      case "mac fault" -> Optional.of(new MacFault());
      case "mac kext" -> Optional.of(new MacKext());
      case "mac env" -> Optional.of(new MacEnv());
      case "mac enter" -> Optional.of(new MacEnter());
      case "demo" -> Optional.of(new Demo());
      case "completion" -> Optional.of(new Completion());
      default -> Optional.empty();
    };
  }
}
