package io.github.kextmanager.testing.program;

import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistReal;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import io.github.kextmanager.testing.disk.Disk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /usr/libexec/PlistBuddy}, as far as {@code -c "Print [ENTRY]" FILE}. */
public final class PlistBuddy implements Program {
  private final Disk disk;

  /**
   * The program.
   *
   * @param disk the files of the Mac
   */
  public PlistBuddy(Disk disk) {
    this.disk = disk;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> commands = new ArrayList<>();
    List<String> files = new ArrayList<>();
    List<String> words = invocation.arguments();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("-c") && i + 1 < words.size()) {
        commands.add(words.get(++i));
      } else if (words.get(i).startsWith("-")) {
        return refuse(invocation, "the option " + words.get(i));
      } else {
        files.add(words.get(i));
      }
    }
    if (commands.isEmpty() || files.size() != 1) {
      return refuse(invocation, "any form but -c \"Print [ENTRY]\" FILE");
    }
    PlistValue root;
    try {
      Optional<byte[]> bytes = disk.read(invocation.absolute(files.get(0)));
      if (bytes.isEmpty()) {
        invocation.stdout().println("File Doesn't Exist, Will Create: " + files.get(0));
      }
      root = bytes.map(PlistReader::read).orElseGet(() -> new PlistDict(Map.of()));
    } catch (UnreadablePlistException e) {
      invocation.stderr().println("Error Reading File: " + files.get(0));
      return 1;
    }
    int status = ExitStatus.OK;
    for (String command : commands) {
      status = Math.max(status, run(command, root, invocation));
    }
    return status;
  }

  private static int run(String command, PlistValue root, Invocation invocation) {
    String[] words = command.strip().split("\\s+", 2);
    if (!words[0].toLowerCase(Locale.ROOT).equals("print")) {
      return refuse(invocation, "the command " + words[0]);
    }
    String entry = words.length > 1 ? words[1] : "";
    Optional<PlistValue> found = find(entry, root);
    if (found.isEmpty()) {
      invocation.stderr().println("Print: Entry, \"%s\", Does Not Exist".formatted(entry));
      return 1;
    }
    return print(found.get(), "", invocation.stdout())
        ? ExitStatus.OK
        : refuse(invocation, "how data and dates are printed");
  }

  private static Optional<PlistValue> find(String entry, PlistValue root) {
    Optional<PlistValue> found = Optional.of(root);
    for (String name : Arrays.stream(entry.split(":")).filter(part -> !part.isEmpty()).toList()) {
      found = found.flatMap(value -> member(value, name));
    }
    return found;
  }

  private static Optional<PlistValue> member(PlistValue value, String name) {
    if (value instanceof PlistDict dict) {
      return dict.get(name);
    }
    if (value instanceof PlistArray array && name.matches("[0-9]{1,6}")) {
      return array.values().stream().skip(Integer.parseInt(name)).findFirst();
    }
    return Optional.empty();
  }

  /** Whether it is known how. */
  private static boolean print(PlistValue value, String indent, OutputStreamText out) {
    String deeper = indent + "    ";
    if (value instanceof PlistDict dict) {
      out.println("Dict {");
      for (var entry : dict.entries().entrySet()) {
        out.print(deeper + entry.getKey() + " = ");
        if (!print(entry.getValue(), deeper, out)) {
          return false;
        }
      }
      out.println(indent + "}");
      return true;
    }
    if (value instanceof PlistArray array) {
      out.println("Array {");
      for (PlistValue element : array.values()) {
        out.print(deeper);
        if (!print(element, deeper, out)) {
          return false;
        }
      }
      out.println(indent + "}");
      return true;
    }
    Optional<String> text = scalar(value);
    text.ifPresent(out::println);
    return text.isPresent();
  }

  private static Optional<String> scalar(PlistValue value) {
    if (value instanceof PlistString string) {
      return Optional.of(string.value());
    }
    if (value instanceof PlistInteger integer) {
      return Optional.of(integer.value().toString());
    }
    if (value instanceof PlistBoolean truth) {
      return Optional.of(Boolean.toString(truth.value()));
    }
    if (value instanceof PlistReal real) {
      return Optional.of(String.format(Locale.ROOT, "%f", real.value()));
    }
    return Optional.empty();
  }

  private static int refuse(Invocation invocation, String what) {
    invocation.stderr().println("PlistBuddy: the simulated Mac does not know " + what);
    return 1;
  }
}
