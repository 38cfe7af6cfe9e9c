package io.github.kextmanager.testing.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/nvram} (system_cmds, nvram.c): arguments and options are executed in order. Boot
 * arguments cannot be changed while System Integrity Protection guards the NVRAM.
 */
public final class Nvram implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/sbin/nvram";

  private static final int FAILURE = 1;
  private static final String NOT_FOUND = "(iokit/common) data was not found";
  private static final String NOT_ROOT = "(iokit/common) privilege violation";
  private static final String NOT_PERMITTED = "(iokit/common) not permitted";

  private final Supplier<Firmware> firmware;
  private final Consumer<Firmware> change;

  /**
   * The program.
   *
   * @param firmware what the Mac remembers outside its disk
   * @param change takes what it shall remember from now on
   */
  public Nvram(Supplier<Firmware> firmware, Consumer<Firmware> change) {
    this.firmware = firmware;
    this.change = change;
  }

  private enum Form {
    LINES,
    XML
  }

  @Override
  public int run(Invocation invocation) {
    if (invocation.arguments().isEmpty()) {
      return usage("no arguments specified", invocation);
    }
    var form = Form.LINES;
    Deque<String> rest = new ArrayDeque<>(invocation.arguments());
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (!word.matches("-.+")) {
        int status = variable(word, form, invocation);
        if (status != 0) {
          return status;
        }
        continue;
      }
      for (char letter : word.substring(1).toCharArray()) {
        switch (letter) {
          case 'x' -> form = Form.XML;
          case 'p' -> print(firmware.get().nvram(), form, invocation);
          case 's' -> {}
          case 'd' -> {
            String name = rest.isEmpty() || rest.peek().startsWith("-") ? "" : rest.remove();
            int status =
                name.isEmpty() ? usage("missing name", invocation) : delete(name, invocation);
            if (status != 0) {
              return status;
            }
          }
          default -> {
            return usage(
                letter == 'h' ? "" : "no such option as -%s".formatted(letter), invocation);
          }
        }
      }
    }
    return 0;
  }

  private int variable(String word, Form form, Invocation invocation) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      return set(word.substring(0, equals), word.substring(equals + 1), invocation);
    }
    Map<String, String> variables = firmware.get().nvram();
    if (!variables.containsKey(word)) {
      return fail("getting", word, NOT_FOUND, invocation);
    }
    print(Map.of(word, variables.getOrDefault(word, "")), form, invocation);
    return 0;
  }

  private int set(String name, String value, Invocation invocation) {
    if (!invocation.isRoot()) {
      return fail("setting", name, NOT_ROOT, invocation);
    }
    if (isGuarded(name)) {
      return fail("setting", name, NOT_PERMITTED, invocation);
    }
    change.accept(firmware.get().with(name, value));
    return 0;
  }

  private int delete(String name, Invocation invocation) {
    if (!invocation.isRoot()) {
      return fail("deleting", name, NOT_ROOT, invocation);
    }
    if (isGuarded(name)) {
      return fail("deleting", name, NOT_PERMITTED, invocation);
    }
    if (!firmware.get().nvram().containsKey(name)) {
      return fail("deleting", name, NOT_FOUND, invocation);
    }
    change.accept(firmware.get().without(name));
    return 0;
  }

  private boolean isGuarded(String name) {
    return name.equals(Firmware.BOOT_ARGUMENTS)
        && !firmware.get().integrity().allows(Allowance.UNRESTRICTED_NVRAM);
  }

  private static void print(Map<String, String> variables, Form form, Invocation invocation) {
    switch (form) {
      case LINES ->
          variables.forEach((name, value) -> invocation.stdout().println(name + "\t" + value));
      case XML -> xml(variables).forEach(invocation.stdout()::println);
    }
  }

  private static List<String> xml(Map<String, String> variables) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
                    + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">",
                "<plist version=\"1.0\">",
                "<dict>"));
    variables.forEach(
        (name, value) -> {
          lines.add("\t<key>%s</key>".formatted(escaped(name)));
          lines.add("\t<data>");
          lines.add("\t" + Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
          lines.add("\t</data>");
        });
    lines.addAll(List.of("</dict>", "</plist>"));
    return lines;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static int fail(String doing, String name, String why, Invocation invocation) {
    invocation.stderr().println("nvram: Error %s variable - '%s': %s".formatted(doing, name, why));
    return FAILURE;
  }

  private static int usage(String message, Invocation invocation) {
    invocation.stderr().println("nvram: (usage: %s)".formatted(message));
    List.of(
            "nvram [-x] [-p] [-f filename] [-d name] [-c] name[=value] ...",
            "\t-x         use XML format for printing or reading variables",
            "\t           (must appear before -p or -f)",
            "\t-p         print all firmware variables",
            "\t-f         set firmware variables from a text file",
            "\t-d         delete the named variable",
            "\t-c         delete all variables",
            "\tname=value set named variable",
            "\tname       print variable",
            "Note that arguments and options are executed in order.")
        .forEach(invocation.stdout()::println);
    return FAILURE;
  }
}
