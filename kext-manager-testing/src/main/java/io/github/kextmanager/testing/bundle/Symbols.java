package io.github.kextmanager.testing.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The symbols of a slice in the order that {@code LC_DYSYMTAB} asks for: those of its own, those
 * that it defines for others, those that are undefined (mach-o/nlist.h, mach-o/loader.h).
 */
final class Symbols {
  static final String KMOD_INFO = "_kmod_info";

  private static final byte TEXT_SECTION = 1;
  private static final byte DATA_SECTION = 2;
  private static final byte LOCAL = 0x0e;
  private static final byte EXTERNAL = 0x0f;
  private static final byte UNDEFINED = 0x01;

  /** Its own: the start and the stop routine. */
  static final int LOCALS = 2;

  private final List<Entry> entries = new ArrayList<>();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private final Width width;
  private int undefined;

  private record Entry(int name, byte type, byte section, long address) {}

  Symbols(Width width) {
    this.width = width;
    names.write(0);
  }

  Symbols local(String name, long address) {
    return add(name, LOCAL, TEXT_SECTION, address);
  }

  Symbols kmodInfo(long address) {
    return add(KMOD_INFO, EXTERNAL, DATA_SECTION, address);
  }

  Symbols exported(String name, long address) {
    return add(name, EXTERNAL, TEXT_SECTION, address);
  }

  Symbols imported(String name) {
    undefined++;
    return add(name, UNDEFINED, (byte) 0, 0);
  }

  private Symbols add(String name, byte type, byte section, long address) {
    entries.add(new Entry(names.size(), type, section, address));
    names.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    names.write(0);
    return this;
  }

  int count() {
    return entries.size();
  }

  int undefined() {
    return undefined;
  }

  int tableSize() {
    return entries.size() * width.symbol();
  }

  int namesSize() {
    return names.size();
  }

  void writeTo(SliceBuffer slice) {
    for (Entry entry : entries) {
      slice.ints(entry.name()).raw(entry.type(), entry.section(), (byte) 0, (byte) 0);
      slice.addresses(entry.address());
    }
    slice.raw(names.toByteArray());
  }
}
