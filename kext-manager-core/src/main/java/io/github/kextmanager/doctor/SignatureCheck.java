package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignatureFlag;
import io.github.kextmanager.validation.KextSignature;
import io.github.kextmanager.validation.SignatureReader;

/** Whether a kext carries a signature of the kind that macOS accepts. Trust is not judged. */
final class SignatureCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    KextSignature read = new SignatureReader(mac.root()).read(kext.bundle());
    if (read instanceof KextSignature.NoExecutable none) {
      return Check.notKnown(Topic.SIGNED, none.explanation());
    }
    SignatureOfCode code = SignatureOfCode.of(read, mac.target().architecture());
    Ground ground = Ground.of(code.file().toString(), code.shown());
    if (code.signature() instanceof Signature.Unsigned) {
      return new Enforcement(mac).bad(Topic.SIGNED, "It is not signed.", kext, ground);
    }
    if (code.signature() instanceof Signature.Unusable) {
      return new Enforcement(mac).bad(Topic.SIGNED, "Its signature cannot be read.", kext, ground);
    }
    return judge(((Signature.Read) code.signature()).content(), kext, mac, ground);
  }

  private static Check judge(
      CodeSignature signature, RepositoryKext kext, MacSeen mac, Ground ground) {
    if (!mac.isAtLeast(MacSeen.MAVERICKS)) {
      return Check.passed(Topic.SIGNED, "Signatures are not looked at before macOS 10.9.", ground);
    }
    if (kext.identifier().value().startsWith("com.apple.")) {
      return Check.notKnown(
          Topic.SIGNED,
          "Under this identifier Apple itself must sign; that is not judged.",
          ground);
    }
    if (signature.best().flags().contains(SignatureFlag.ADHOC)) {
      return new Enforcement(mac)
          .bad(Topic.SIGNED, "It is signed ad hoc, by nobody.", kext, ground);
    }
    if (signature.certificates() instanceof Certificates.Read certificates) {
      return certificates.carryKextMarks()
          ? Check.passed(
              Topic.SIGNED,
              "It is signed with a Developer ID for kexts; whether macOS trusts it was not asked.",
              ground)
          : new Enforcement(mac)
              .bad(Topic.SIGNED, "Its certificate is not one for kexts.", kext, ground);
    }
    return Check.notKnown(
        Topic.SIGNED, "There is no certificate to look at, so who signed it is not known.", ground);
  }
}
