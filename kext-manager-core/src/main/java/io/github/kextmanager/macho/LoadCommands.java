package io.github.kextmanager.macho;

import io.github.kextmanager.macho.Flaw.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the load commands of a slice say. They are walked as the kext library does ({@code
 * macho_scan_load_commands}): the first impossible size ends the walk, what came before it counts.
 */
final class LoadCommands {
  /** More than any kext, kernel or collection has; a header may claim four gigabytes. */
  private static final int MAXIMUM_SIZE = 1024 * 1024;

  /** More than any code has; a slice may hold a megabyte of them. */
  private static final int MAXIMUM_BUILDS = 16;

  private static final int COMMAND = 8;

  private static final int LC_SEGMENT = 0x1;
  private static final int LC_SYMTAB = 0x2;
  private static final int LC_SEGMENT_64 = 0x19;
  private static final int LC_UUID = 0x1b;
  private static final int LC_CODE_SIGNATURE = 0x1d;
  private static final int LC_VERSION_MIN_MACOSX = 0x24;
  private static final int LC_VERSION_MIN_IPHONEOS = 0x25;
  private static final int LC_VERSION_MIN_TVOS = 0x2f;
  private static final int LC_VERSION_MIN_WATCHOS = 0x30;
  private static final int LC_BUILD_VERSION = 0x32;

  private final Sections sections = new Sections();
  private final List<BuildVersion> builds = new ArrayList<>();
  private final List<Flaw> flaws;
  private @Nullable UUID uuid;
  private @Nullable SymbolTable symbols;
  private @Nullable Extent signature;
  private boolean isSymbolTableBad;

  private LoadCommands(List<Flaw> flaws) {
    this.flaws = flaws;
  }

  /**
   * Reads them.
   *
   * @param slice the slice
   * @param width how wide its addresses are
   * @param start how long its header is
   * @param count how many commands it claims to have
   * @param size how long it claims that they are in all
   * @param flaws where to put what cannot be right
   */
  static LoadCommands read(
      SliceBytes slice, Width width, int start, long count, long size, List<Flaw> flaws)
      throws IOException {
    var commands = new LoadCommands(flaws);
    Extent claimed = new Extent(start, size);
    if (!slice.holds(claimed)) {
      commands.flaw(
          Kind.COMMANDS_CUT,
          "The load commands (%s) end after the slice, which has %d bytes."
              .formatted(claimed, slice.size()));
    } else if (size > MAXIMUM_SIZE) {
      commands.flaw(
          Kind.COMMANDS_CUT,
          "The load commands have %d bytes; more than %d are not read."
              .formatted(size, MAXIMUM_SIZE));
    } else {
      commands.walk(slice.read(start, (int) size), width == Width.BITS_64 ? 8 : 4, count);
      commands.checkSignature(slice, start + size);
    }
    return commands;
  }

  Optional<UUID> uuid() {
    return Optional.ofNullable(uuid);
  }

  List<BuildVersion> builds() {
    return builds;
  }

  Optional<SymbolTable> symbols() {
    return Optional.ofNullable(symbols);
  }

  Sections sections() {
    return sections;
  }

  Optional<Extent> signature() {
    return Optional.ofNullable(signature);
  }

  private void walk(ByteBuffer region, int multiple, long count) {
    int at = 0;
    for (long i = 0; i < count; i++) {
      int left = region.limit() - at;
      long size = left < COMMAND ? 0 : Integer.toUnsignedLong(region.getInt(at + 4));
      if (size < COMMAND || size > left || size % multiple != 0) {
        flaw(
            Kind.BAD_COMMAND,
            "Load command %d of %d cannot have %d bytes: %d are left."
                .formatted(i + 1, count, size, left));
        return;
      }
      take(region.slice(at, (int) size).order(region.order()));
      at += (int) size;
    }
  }

  private void take(ByteBuffer command) {
    switch (command.getInt(0)) {
      case LC_SEGMENT -> takeSegment(command, Width.BITS_32);
      case LC_SEGMENT_64 -> takeSegment(command, Width.BITS_64);
      case LC_SYMTAB -> takeSymbols(command);
      case LC_UUID -> takeUuid(command);
      case LC_CODE_SIGNATURE -> takeSignature(command);
      case LC_VERSION_MIN_MACOSX -> takeMinimum(command, Platform.MACOS);
      case LC_VERSION_MIN_IPHONEOS -> takeMinimum(command, Platform.IOS);
      case LC_VERSION_MIN_TVOS -> takeMinimum(command, Platform.TVOS);
      case LC_VERSION_MIN_WATCHOS -> takeMinimum(command, Platform.WATCHOS);
      case LC_BUILD_VERSION -> takeBuild(command);
      default -> {
        // Says nothing that anybody asks for.
      }
    }
  }

  private void takeSegment(ByteBuffer command, Width width) {
    if (!sections.add(command, width)) {
      flaw(Kind.BAD_COMMAND, "The size of a segment does not suit the number of its sections.");
    }
  }

  private void takeSymbols(ByteBuffer command) {
    if (isFirst("symbol table", symbols == null && !isSymbolTableBad)) {
      isSymbolTableBad = command.limit() != SymbolTable.COMMAND;
      if (isSymbolTableBad) {
        tooShort("symbol table", command);
      } else {
        symbols = SymbolTable.of(command);
      }
    }
  }

  private void takeUuid(ByteBuffer command) {
    if (isFirst("UUID", uuid == null) && isLongEnough("UUID", command, 24)) {
      ByteBuffer bigEndian = command.duplicate().order(ByteOrder.BIG_ENDIAN);
      uuid = new UUID(bigEndian.getLong(8), bigEndian.getLong(16));
    }
  }

  private void takeSignature(ByteBuffer command) {
    if (isFirst("code signature", signature == null)
        && isLongEnough("code signature", command, 16)) {
      signature =
          new Extent(
              Integer.toUnsignedLong(command.getInt(8)),
              Integer.toUnsignedLong(command.getInt(12)));
    }
  }

  private void takeMinimum(ByteBuffer command, Platform platform) {
    if (isLongEnough("oldest release", command, 16)) {
      add(platform, command.getInt(8), command.getInt(12));
    }
  }

  private void takeBuild(ByteBuffer command) {
    if (isLongEnough("build version", command, 24)) {
      add(new Platform(command.getInt(8)), command.getInt(12), command.getInt(16));
    }
  }

  private void add(Platform platform, int minimum, int sdk) {
    if (builds.size() < MAXIMUM_BUILDS) {
      builds.add(
          new BuildVersion(
              platform, BuildVersion.Release.unpack(minimum), BuildVersion.Release.unpack(sdk)));
    }
  }

  private void checkSignature(SliceBytes slice, long commandsEnd) {
    if (signature != null && (!slice.holds(signature) || signature.offset() < commandsEnd)) {
      flaw(
          Kind.SIGNATURE_MISPLACED,
          "The code signature (%s) is not between the load commands, which end at %d, and the end of the slice at %d."
              .formatted(signature, commandsEnd, slice.size()));
      signature = null;
    }
  }

  private boolean isFirst(String what, boolean isFirst) {
    if (!isFirst) {
      flaw(Kind.COMMAND_TWICE, "There are several load commands for the %s.".formatted(what));
    }
    return isFirst;
  }

  private boolean isLongEnough(String what, ByteBuffer command, int size) {
    if (command.limit() < size) {
      tooShort(what, command);
    }
    return command.limit() >= size;
  }

  private void tooShort(String what, ByteBuffer command) {
    flaw(
        Kind.BAD_COMMAND,
        "The load command of the %s cannot have %d bytes.".formatted(what, command.limit()));
  }

  /** Adds a flaw, unless there is one of its kind: a slice could hold a hundred thousand. */
  private void flaw(Kind kind, String explanation) {
    if (flaws.stream().noneMatch(flaw -> flaw.kind() == kind)) {
      flaws.add(new Flaw(kind, explanation));
    }
  }
}
