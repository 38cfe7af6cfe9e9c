package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.offline.KextlibsArguments.Flag;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.List;
import java.util.OptionalInt;

/**
 * Prints libraries on standard output, so that they can be pasted, and the headings on standard
 * error (kext_tools, kextlibs_main.c: {@code printLibs}). Versions are printed as they were
 * understood, not as they stand in the property lists.
 */
final class LibraryList {
  private final MacOsVersion release;
  private final KextlibsArguments arguments;
  private final ToolLog log;
  private final OutputStreamText stdout;
  private final OutputStreamText stderr;

  LibraryList(
      MacOsVersion release, KextlibsArguments arguments, Invocation invocation, ToolLog log) {
    this.release = release;
    this.arguments = arguments;
    this.log = log;
    this.stdout = invocation.stdout();
    this.stderr = invocation.stderr();
  }

  /** Prints those that all architectures need; a status. */
  int printCommon(List<RepositoryKext> libraries) {
    return print("For all architectures:", "", libraries);
  }

  /** Prints those that one architecture needs; a status. */
  int print(ArchitectureTally tally) {
    Cpu architecture = tally.architecture();
    return print("For %s:".formatted(architecture), keySuffix(architecture), tally.libraries());
  }

  private int print(String heading, String suffix, List<RepositoryKext> libraries) {
    boolean isXml = arguments.has(Flag.XML);
    if (!isXml) {
      stderr.println(heading);
      if (libraries.isEmpty()) {
        stdout.println("    No libraries found.");
      }
    } else if (!libraries.isEmpty()) {
      stdout.println("\t<key>OSBundleLibraries%s</key>".formatted(suffix));
      stdout.println("\t<dict>");
    }
    for (RepositoryKext library : libraries) {
      PackedVersion version =
          arguments.has(Flag.COMPATIBLE_VERSIONS) ? library.compatibleVersion() : library.version();
      if (version.value() <= 0) {
        log.error("Internal error generating library list.");
        return ExitStatus.OS_ERROR;
      }
      String template = isXml ? "\t\t<key>%s</key>\n\t\t<string>%s</string>" : "    %s = %s";
      stdout.println(template.formatted(library.identifier(), version.printed()));
    }
    if (isXml && !libraries.isEmpty()) {
      stdout.println("\t</dict>");
    }
    return ExitStatus.OK;
  }

  /** An architecture-specific key names the family; PowerPC only where there still was one. */
  private String keySuffix(Cpu architecture) {
    boolean isPowerPc = architecture.type() == CpuType.PPC.type();
    return isPowerPc && release.isAtLeast(Releases.LION)
        ? ""
        : "_" + new CpuType(architecture.type(), OptionalInt.empty()).columnText();
  }
}
