package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.FatEntry;
import io.github.kextmanager.macho.KmodInfo;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.MachOReader;
import io.github.kextmanager.macho.Slice;
import io.github.kextmanager.macho.SliceContent;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.validation.KextExecutable.Status;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the code of a kext.
 *
 * @param files the files of the Mac
 * @param owners finds the kexts whose code others use; empty if the other kexts are not known
 */
record CodeReading(RootedFiles files, Optional<ExecutableOwners> owners) {
  /**
   * The code of a kext.
   *
   * @param executable what can be told of it
   * @param file the file as seen on the Mac, links followed; empty if there is none
   * @param explanation what is amiss with the file; empty if nothing is
   * @param kmodInfo what it says of itself
   */
  record Code(
      KextExecutable executable,
      Optional<Path> file,
      String explanation,
      Optional<KmodInfo> kmodInfo) {}

  Code of(KextOnMac kext) {
    return of(kext, new HashSet<>());
  }

  /** The code of a kext; of its own and that of another, its own counts. */
  private Code of(KextOnMac kext, Set<Path> users) {
    if (!kext.facts().declaresExecutable()) {
      return notDeclared();
    }
    Optional<String> name = kext.bundle().executable();
    return name.isPresent() ? own(kext, name.get()) : shared(kext, users);
  }

  private Code own(KextOnMac kext, String name) {
    return new ExecutableFile(files)
        .find(kext.bundle(), name)
        .map(found -> read(found, kext))
        .orElseGet(() -> without(Status.NOT_FOUND, Optional.empty(), "there is no such file"));
  }

  /** The code of another kext, which may have it from yet another one, but not in a ring. */
  private Code shared(KextOnMac kext, Set<Path> users) {
    Optional<String> identifier = kext.get(KextKey.SHARED_EXECUTABLE).asOptional();
    if (owners.isEmpty() || identifier.isEmpty()) {
      return notDeclared();
    }
    return owners
        .get()
        .find(BundleIdentifier.reported(identifier.get()))
        .filter(owner -> users.add(owner.location()))
        .map(owner -> of(KextOnMac.of(owner, kext.target()), users))
        .orElseGet(() -> without(Status.NOT_FOUND, Optional.empty(), identifier.get()));
  }

  private static Code notDeclared() {
    return new Code(
        new KextExecutable(Status.NOT_DECLARED, Optional.empty(), true, Optional.empty()),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private Code read(RootedFiles.Found found, KextOnMac kext) {
    Optional<Path> file = Optional.of(found.path());
    MachO code = MachOReader.read(files.here(found.path()));
    if (code instanceof MachO.Unreadable unreadable) {
      return without(status(unreadable), file, reason(unreadable));
    }
    if (code instanceof MachO.NotMachO other) {
      boolean isRefused = other.reason() == MachO.NotMachO.Reason.EMPTY && kext.has(Since.CATALINA);
      Status status = isRefused ? Status.NOT_READABLE : Status.NOT_MACH_O;
      return without(status, file, other.explanation());
    }
    return code.isKnownToKextLibrary()
        ? read(code, file, kext.target().architecture())
        : without(Status.NOT_MACH_O, file, "The table of slices has 64-bit offsets.");
  }

  private static Code read(MachO code, Optional<Path> file, Architecture architecture) {
    Optional<List<Architecture>> architectures =
        Optional.of(code.architectureNames().stream().map(Architecture::new).toList());
    Optional<FatEntry> entry = Cpu.named(architecture.name()).flatMap(code::bestFor);
    if (entry.isEmpty()) {
      var executable =
          new KextExecutable(Status.OTHER_ARCHITECTURE, architectures, false, Optional.empty());
      return new Code(executable, file, "", Optional.empty());
    }
    Optional<Slice> slice =
        entry.get().content() instanceof SliceContent.Code content
            ? Optional.of(content.slice())
            : Optional.empty();
    Optional<KmodInfo> kmodInfo = slice.map(Slice::kmodInfo);
    boolean isKext = kmodInfo.filter(KmodInfo::isInSection).isPresent();
    var executable =
        new KextExecutable(
            isKext ? Status.KEXT_CODE : Status.NO_KEXT_CODE,
            architectures,
            true,
            slice.flatMap(Slice::uuid));
    return new Code(executable, file, isKext ? "" : lack(entry.get()), kmodInfo);
  }

  private static String lack(FatEntry entry) {
    if (entry.content() instanceof SliceContent.Code code
        && code.slice().kmodInfo() instanceof KmodInfo.Missing missing) {
      return missing.explanation();
    }
    if (entry.content() instanceof SliceContent.NotMachO other) {
      return other.explanation();
    }
    return entry.content() instanceof SliceContent.OutsideFile outside ? outside.explanation() : "";
  }

  private static Code without(Status status, Optional<Path> file, String explanation) {
    return new Code(
        new KextExecutable(status, Optional.empty(), false, Optional.empty()),
        file,
        explanation,
        Optional.empty());
  }

  private static Status status(MachO.Unreadable unreadable) {
    return switch (unreadable.fault()) {
      case MISSING -> Status.NOT_FOUND;
      case NOT_A_FILE -> Status.NOT_A_FILE;
      case NO_ACCESS, CHANGED, READ_FAILED -> Status.NOT_READABLE;
    };
  }

  private static String reason(MachO.Unreadable unreadable) {
    return switch (unreadable.fault()) {
      case MISSING -> "the file is gone";
      case NOT_A_FILE -> "it is a folder, a pipe or a device, not a file";
      case NO_ACCESS -> "permission denied";
      case CHANGED -> "the file changed while it was read";
      case READ_FAILED -> "reading failed";
    };
  }
}
