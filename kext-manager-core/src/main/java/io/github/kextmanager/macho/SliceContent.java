package io.github.kextmanager.macho;

/** What lies where the table of a fat file says that a slice is. */
public sealed interface SliceContent {
  /**
   * Mach-O code, possibly with flaws.
   *
   * @param slice the code
   */
  record Code(Slice slice) implements SliceContent {}

  /**
   * Something that is no Mach-O code.
   *
   * @param explanation what it is instead
   */
  record NotMachO(String explanation) implements SliceContent {}

  /**
   * A place that is not, or not wholly, in the file.
   *
   * @param explanation the place and the size of the file
   */
  record OutsideFile(String explanation) implements SliceContent {}
}
