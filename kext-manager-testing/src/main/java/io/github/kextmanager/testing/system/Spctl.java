package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.policy.KextConsentSettings;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/spctl}, from 10.13 on as far as {@code kext-consent}, and {@code --status}. Its
 * settings can be changed in recoveryOS only, where no simulated Mac ever runs a command.
 */
public final class Spctl implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/sbin/spctl";

  private static final int FAILURE = 1;
  private static final int USAGE = 2;

  private final Supplier<KextConsentSettings> settings;

  /**
   * The program.
   *
   * @param settings what recoveryOS has set
   */
  public Spctl(Supplier<KextConsentSettings> settings) {
    this.settings = settings;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    if (words.equals(List.of("--status"))) {
      invocation.stdout().println("assessments enabled");
      return 0;
    }
    if (words.size() < 2 || !words.get(0).equals("kext-consent")) {
      return usage(invocation);
    }
    return switch (words.get(1)) {
      case "status" -> status(invocation.stdout());
      case "list" -> list(invocation);
      case "enable", "disable" -> words.size() == 2 ? refuse(invocation) : usage(invocation);
      case "add", "remove" -> words.size() == 3 ? refuse(invocation) : usage(invocation);
      default -> usage(invocation);
    };
  }

  private int status(OutputStreamText stdout) {
    stdout.println("Kernel Extension User Consent: " + settings.get().requirement());
    return 0;
  }

  private int list(Invocation invocation) {
    List<String> teams = settings.get().teams();
    if (teams.isEmpty()) {
      invocation.stderr().println("spctl: no kext consent configuration found.");
      return FAILURE;
    }
    invocation.stdout().println("Allowed Team Identifiers:");
    teams.forEach(invocation.stdout()::println);
    return 0;
  }

  private static int refuse(Invocation invocation) {
    invocation.stderr().println("spctl: failed to store new configuration.");
    return FAILURE;
  }

  private static int usage(Invocation invocation) {
    List.of(
            "System Policy Basic Usage:",
            "       spctl --assess [--type type] [-v] path ... # assessment",
            "       spctl --add [--type type] [--path|--requirement|--anchor|--hash] spec ... # add"
                + " rule(s)",
            "       spctl [--enable|--disable|--remove] [--type type]"
                + " [--path|--requirement|--anchor|--hash|--rule] spec # change rule(s)",
            "       spctl --status | --master-enable | --master-disable # system master switch",
            "",
            "Developer Mode Usage:",
            "    spctl developer-mode <action>",
            "        enable-terminal",
            "            Add Terminal as a developer tool.",
            "Kernel Extension User Consent Usage:",
            "    spctl kext-consent <action>         ** Modifications only available in Recovery OS"
                + " **",
            "        status",
            "            Print whether kernel extension user consent is enabled or disabled.",
            "        enable",
            "            Enable requiring user consent for kernel extensions.",
            "        disable",
            "            Disable requiring user consent for kernel extensions.",
            "        add <team-id>",
            "            Insert a new Team Identifier into the list allowed to load kernel"
                + " extensions without user consent.",
            "        list",
            "            Print the list of Team Identifiers allowed to load without user consent.",
            "        remove <team-id>",
            "            Remove a Team Identifier from the list allowed to load kernel extensions"
                + " without user consent.")
        .forEach(invocation.stderr()::println);
    return USAGE;
  }
}
