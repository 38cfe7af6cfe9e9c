package io.github.kextmanager.macho;

/**
 * A row of the table of a fat file.
 *
 * @param cpu the processor, by the table; the slice may say something else
 * @param extent where the table says that the slice is
 * @param alignment to which power of two the slice is aligned
 * @param content what is there
 */
public record FatEntry(Cpu cpu, Extent extent, int alignment, SliceContent content) {}
