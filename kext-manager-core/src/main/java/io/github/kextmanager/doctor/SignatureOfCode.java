package io.github.kextmanager.doctor;

import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.Signature.Read;
import io.github.kextmanager.macho.Signature.Unsigned;
import io.github.kextmanager.macho.Signature.Unusable;
import io.github.kextmanager.macho.SignedMachO.SliceSignature;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.validation.KextSignature;
import java.nio.file.Path;
import java.util.List;

/**
 * The signature that counts for a kernel: that of its slice, or of the first one where there is
 * none for it.
 *
 * @param file where it stands
 * @param signature the signature
 */
record SignatureOfCode(Path file, Signature signature) {
  static SignatureOfCode of(KextSignature read, Architecture kernel) {
    if (read instanceof KextSignature.Detached detached) {
      return new SignatureOfCode(detached.folder(), detached.signature());
    }
    var embedded = (KextSignature.Embedded) read;
    List<SliceSignature> slices = embedded.code().slices();
    Signature signature =
        slices.stream()
            .filter(slice -> slice.slice().cpu().name().filter(kernel.name()::equals).isPresent())
            .findFirst()
            .or(() -> slices.stream().findFirst())
            .map(SliceSignature::signature)
            .orElseGet(() -> new Unusable("The file has no code."));
    return new SignatureOfCode(embedded.executable(), signature);
  }

  String shown() {
    if (signature instanceof Unsigned) {
      return "no signature";
    }
    if (signature instanceof Unusable unusable) {
      return unusable.explanation();
    }
    CodeSignature content = ((Read) signature).content();
    String signer =
        content
            .certificates()
            .signer()
            .flatMap(certificate -> certificate.commonName())
            .map(", signed by \"%s\""::formatted)
            .orElse("");
    String team = content.teamIdentifier().map(", team %s"::formatted).orElse("");
    return "identifier %s%s%s".formatted(content.identifier(), team, signer);
  }
}
