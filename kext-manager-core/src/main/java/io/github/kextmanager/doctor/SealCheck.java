package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.validation.KextSignature;
import io.github.kextmanager.validation.SignatureReader;

/** Whether the code, the property list and the list of resources are those that were signed. */
final class SealCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    KextSignature read = new SignatureReader(mac.root()).read(kext.bundle());
    if (read instanceof KextSignature.NoExecutable none) {
      return Check.notKnown(Topic.SEALED, none.explanation());
    }
    SignatureOfCode code = SignatureOfCode.of(read, mac.target().architecture());
    Ground ground = Ground.of(code.file().toString(), code.shown());
    if (!(code.signature() instanceof Signature.Read signed)) {
      return Check.notKnown(Topic.SEALED, "There is no signature to compare with.", ground);
    }
    CodeSignature content = signed.content();
    if (content.matchesBundle()) {
      return Check.passed(
          Topic.SEALED,
          "Code, property list and list of resources are as they were signed.",
          ground);
    }
    return new Enforcement(mac)
        .bad(
            Topic.SEALED,
            "A file is not the one that was signed: it was changed, or is missing.",
            kext,
            ground);
  }
}
