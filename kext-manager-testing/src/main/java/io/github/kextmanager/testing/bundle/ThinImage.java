package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.kernel.CpuType;
import java.util.List;
import java.util.Optional;

/**
 * Writes the code of a kext for one architecture: start and stop routine that return 0, {@code
 * kmod_info}, symbols, UUID, the oldest release that it runs on, and a signature. That is a {@code
 * MH_KEXT_BUNDLE}, but a {@code MH_OBJECT} for 32-bit Intel, as real ones are.
 *
 * <p>Nothing links it, so it has no relocations, and its segments are not aligned in the file.
 */
final class ThinImage {
  private static final int OBJECT = 0x1;
  private static final int KEXT_BUNDLE = 0xb;
  private static final int NO_UNDEFINED = 0x1;

  private static final int PAGE = 0x1000;
  private static final int LINKEDIT_MEMORY = 2 * PAGE;
  private static final int ROUTINE = 8;
  private static final byte NOP = (byte) 0x90;
  private static final byte[] RETURN_0_INTEL = {
    0x31, (byte) 0xc0, (byte) 0xc3, NOP, NOP, NOP, NOP, NOP
  };
  private static final byte[] RETURN_0_ARM = {
    0, 0, (byte) 0x80, 0x52, (byte) 0xc0, 0x03, 0x5f, (byte) 0xd6
  };
  private static final int SIGNATURE_ALIGNMENT = 16;

  private final CpuType cpu;
  private final KextModule module;
  private final Width width;
  private final boolean arm;
  private final Symbols symbols;
  private final ImageLayout layout;

  private ThinImage(CpuType cpu, KextModule module, Optional<CodeSigner> signer) {
    this.cpu = cpu;
    this.module = module;
    this.width = Width.of(cpu);
    this.arm = cpu.type() == CpuType.ARM64.type();
    int textSize = ROUTINE * (Symbols.LOCALS + module.code().exported().size());
    this.layout = ImageLayout.of(commands(signer), textSize, width);
    this.symbols = symbols(module.code());
  }

  /** The bytes of the slice, signed if there is a signer. */
  static byte[] of(CpuType cpu, KextModule module, Optional<CodeSigner> signer) {
    return new ThinImage(cpu, module, signer).write(signer);
  }

  private LoadCommandSizes commands(Optional<CodeSigner> signer) {
    LoadCommandSizes usual = LoadCommandSizes.of(cpu);
    LoadCommandSizes named = module.code().uuid().isPresent() ? usual.withUuid() : usual;
    return signer.isPresent() ? named.withSignature() : named;
  }

  private Symbols symbols(Executable code) {
    var all = new Symbols(width);
    all.local("__start", layout.textAddress()).local("__stop", layout.textAddress() + ROUTINE);
    all.kmodInfo(layout.dataAddress());
    int place = Symbols.LOCALS;
    for (String symbol : code.exported()) {
      all.exported(symbol, layout.textAddress() + (long) ROUTINE * place++);
    }
    code.imported().forEach(all::imported);
    return all;
  }

  private byte[] write(Optional<CodeSigner> signer) {
    int table = layout.dataEnd();
    int names = table + symbols.tableSize();
    int namesEnd = names + symbols.namesSize();
    int codeLimit = signer.isPresent() ? aligned(namesEnd) : namesEnd;
    int signatureSize = signer.map(each -> each.size(codeLimit)).orElse(0);
    var slice = new SliceBuffer(codeLimit + signatureSize, width);

    header(slice);
    if (width == Width.WIDE) {
      segments(slice, codeLimit + signatureSize);
    } else {
      objectSegment(slice);
    }
    slice.ints(0x2, 24, table, symbols.count(), names, symbols.namesSize());
    dynamicSymbols(slice);
    module.code().uuid().ifPresent(uuid -> LoadCommandSizes.uuid(slice, uuid));
    oldestRelease(slice);
    if (signer.isPresent()) {
      slice.ints(0x1d, 16, codeLimit, signatureSize);
    }

    slice.at(layout.text());
    for (int i = 0; i < layout.textSize() / ROUTINE; i++) {
      slice.raw(arm ? RETURN_0_ARM : RETURN_0_INTEL);
    }
    kmodInfo(slice.at(layout.data()));
    symbols.writeTo(slice.at(table));
    signer.ifPresent(each -> slice.at(codeLimit).raw(each.sign(slice.array(), codeLimit)));
    return slice.array();
  }

  private void header(SliceBuffer slice) {
    slice.ints(width == Width.WIDE ? 0xfeedfacf : 0xfeedface, cpu.type(), cpu.subtype().orElse(0));
    slice.ints(
        width == Width.WIDE ? KEXT_BUNDLE : OBJECT,
        layout.commands().count(),
        layout.commands().size());
    slice.ints(symbols.undefined() == 0 ? NO_UNDEFINED : 0);
    if (width == Width.WIDE) {
      slice.ints(0);
    }
  }

  private void segments(SliceBuffer slice, int end) {
    segment(slice, "__TEXT", 0, layout.dataAddress(), 0, layout.textEnd(), 5, 1);
    section(slice, "__text", "__TEXT", layout.textAddress(), layout.textSize(), layout.text());
    segment(
        slice,
        "__DATA",
        layout.dataAddress(),
        PAGE,
        layout.data(),
        layout.dataEnd() - layout.data(),
        3,
        1);
    section(slice, "__data", "__DATA", layout.dataAddress(), layout.dataSize(), layout.data());
    segment(
        slice,
        "__LINKEDIT",
        layout.dataAddress() + PAGE,
        LINKEDIT_MEMORY,
        layout.dataEnd(),
        end - layout.dataEnd(),
        1,
        0);
  }

  /** An object has one segment without a name, and no segment for its symbols. */
  private void objectSegment(SliceBuffer slice) {
    segment(slice, "", 0, 4 * PAGE, layout.text(), layout.dataEnd() - layout.text(), 7, 2);
    section(slice, "__text", "__TEXT", layout.textAddress(), layout.textSize(), layout.text());
    section(slice, "__data", "__DATA", layout.dataAddress(), layout.dataSize(), layout.data());
  }

  private void segment(
      SliceBuffer slice,
      String name,
      long address,
      long memory,
      int offset,
      int size,
      int protection,
      int sections) {
    slice.ints(width == Width.WIDE ? 0x19 : 0x1, width.segment(sections)).name(name);
    slice.addresses(address, memory, offset, size);
    slice.ints(7, protection, sections, 0);
  }

  private void section(
      SliceBuffer slice, String name, String segment, long address, long size, int offset) {
    slice.name(name).name(segment).addresses(address, size);
    slice.ints(offset, 3, 0, 0, 0, 0, 0);
    if (width == Width.WIDE) {
      slice.ints(0);
    }
  }

  private void dynamicSymbols(SliceBuffer slice) {
    int defined = symbols.count() - symbols.undefined();
    slice.ints(0xb, 80, 0, Symbols.LOCALS, Symbols.LOCALS, defined - Symbols.LOCALS);
    slice.ints(defined, symbols.undefined());
    slice.ints(new int[12]);
  }

  /** 10.6 for Intel, 11 for Apple silicon: what there was first. */
  private void oldestRelease(SliceBuffer slice) {
    if (arm) {
      slice.ints(0x32, 24, 1, 11 << 16, 11 << 16, 0);
    } else {
      slice.ints(0x24, 16, 10 << 16 | 6 << 8, 10 << 16 | 6 << 8);
    }
  }

  /** Packed to 4 bytes (mach/kmod.h). */
  private void kmodInfo(SliceBuffer slice) {
    slice.addresses(0).ints(1, -1).text(module.name(), 64).text(module.version(), 64).ints(-1);
    slice.addresses(0, 0, 0, 0, layout.textAddress(), layout.textAddress() + ROUTINE);
  }

  private static int aligned(int offset) {
    return (offset + SIGNATURE_ALIGNMENT - 1) / SIGNATURE_ALIGNMENT * SIGNATURE_ALIGNMENT;
  }

  /** Those of several architectures in one file, or the only one by itself. */
  static byte[] file(KextModule module, Optional<CodeSigner> signer) {
    List<CpuType> architectures = module.code().architectures();
    List<byte[]> slices = architectures.stream().map(cpu -> of(cpu, module, signer)).toList();
    return slices.size() == 1 ? slices.get(0) : FatFile.of(architectures, slices);
  }
}
