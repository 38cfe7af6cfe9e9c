package io.github.kextmanager.testing.codesign;

import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.CodeSignatureReader;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.Extent;
import io.github.kextmanager.macho.FatEntry;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.SealedFiles;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignedMachO;
import io.github.kextmanager.macho.SignedMachO.SliceSignature;
import io.github.kextmanager.macho.Slice;
import io.github.kextmanager.macho.SliceContent;
import io.github.kextmanager.testing.disk.Disk;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signature that codesign looks at: of the slice that the running kernel's processor would use,
 * else of the first.
 *
 * @param code what was signed
 * @param format what codesign calls it: {@code bundle with Mach-O thin (x86_64)}
 * @param architecture the name of the slice, empty where there are no slices
 * @param signature what the signature says
 * @param blobs its parts
 */
record SignatureView(
    CodeOnDisk code,
    String format,
    Optional<String> architecture,
    Signature signature,
    SignatureBlobs blobs) {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  static SignatureView of(CodeOnDisk code, Disk disk, String hostArchitecture) {
    return code.kind() == CodeOnDisk.Kind.BUNDLE_WITHOUT_EXECUTABLE
        ? detached(code, disk)
        : embedded(code, disk, hostArchitecture);
  }

  private static SignatureView detached(CodeOnDisk code, Disk disk) {
    Path folder = code.executable().resolveSibling("_CodeSignature");
    return new SignatureView(
        code,
        "bundle",
        Optional.empty(),
        disk.isFolder(folder)
            ? CodeSignatureReader.readDetached(disk.real(folder), sealedFiles(code))
            : new Signature.Unsigned(),
        new SignatureBlobs(NOTHING));
  }

  private static SignatureView embedded(CodeOnDisk code, Disk disk, String hostArchitecture) {
    byte[] bytes = disk.read(code.executable()).orElse(new byte[0]);
    SignedMachO machO = CodeSignatureReader.read(bytes, sealedFiles(code));
    Optional<Slice> slice = chosen(machO.file(), hostArchitecture);
    Optional<SliceSignature> signature =
        machO.slices().stream()
            .filter(each -> slice.filter(each.slice()::equals).isPresent())
            .findFirst();
    return new SignatureView(
        code,
        format(code, machO.file()),
        slice.flatMap(each -> each.cpu().name()),
        signature.map(SliceSignature::signature).orElseGet(Signature.Unsigned::new),
        new SignatureBlobs(slice.map(each -> signatureBytes(bytes, each)).orElse(NOTHING)));
  }

  private static Optional<Slice> chosen(MachO file, String hostArchitecture) {
    return Cpu.named(hostArchitecture)
        .flatMap(file::bestFor)
        .or(() -> file.entries().stream().findFirst())
        .map(FatEntry::content)
        .flatMap(
            content ->
                content instanceof SliceContent.Code code
                    ? Optional.of(code.slice())
                    : Optional.empty());
  }

  private static ByteBuffer signatureBytes(byte[] file, Slice slice) {
    Extent place = slice.signature().orElse(new Extent(0, 0));
    long start = slice.extent().offset() + place.offset();
    boolean fits = start >= 0 && place.size() >= 0 && start <= file.length - place.size();
    return fits ? ByteBuffer.wrap(file).slice((int) start, (int) place.size()) : NOTHING;
  }

  private static String format(CodeOnDisk code, MachO file) {
    String names =
        file.entries().stream()
            .map(entry -> entry.cpu().toString())
            .collect(Collectors.joining(" "));
    String kind =
        file instanceof MachO.Fat
            ? "Mach-O universal (%s)".formatted(names)
            : file instanceof MachO.Thin ? "Mach-O thin (%s)".formatted(names) : "generic";
    return code.kind() == CodeOnDisk.Kind.FILE ? kind : "bundle with " + kind;
  }

  private static SealedFiles sealedFiles(CodeOnDisk code) {
    SealedFiles files = SealedFiles.none();
    if (code.infoPlist().isPresent()) {
      files = files.withInfoPlist(code.infoPlist().get());
    }
    return code.codeResources().map(files::withCodeResources).orElse(files);
  }

  /** What it says, or empty if nobody signed, or the signature cannot be read. */
  Optional<CodeSignature> content() {
    return signature instanceof Signature.Read read
        ? Optional.of(read.content())
        : Optional.empty();
  }
}
