package io.github.kextmanager.cli.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeDirectory;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.HashType;
import io.github.kextmanager.macho.PageCheck;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SigningCertificate;
import io.github.kextmanager.macho.SlotCheck;
import io.github.kextmanager.macho.SpecialSlot;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signatures by somebody, whose certificates are made up. */
class SignatureTextTest {
  private static final SigningCertificate AUTHORITY =
      certificate("CN=Developer ID", Set.of(SigningCertificate.DEVELOPER_ID_AUTHORITY));
  private static final SigningCertificate FOR_KEXTS =
      certificate(
          "CN=Example Inc.,OU=ABCDE12345",
          Set.of(SigningCertificate.DEVELOPER_ID_APPLICATION, SigningCertificate.KEXT_SIGNING));
  private static final SigningCertificate FOR_APPLICATIONS =
      certificate("CN=Example Inc.", Set.of(SigningCertificate.DEVELOPER_ID_APPLICATION));

  @Test
  void certificates_are_named_from_the_one_that_signed_on() {
    assertThat(lines(FOR_KEXTS, AUTHORITY))
        .containsExactly(
            "  signature of x86_64: com.example.driver",
            "    team: ABCDE12345",
            "    certificates: \"Example Inc.\", issued by \"Developer ID\"",
            "    kext marks: the first certificate has the extension for kexts, and the others that"
                + " macOS asks for are there",
            "    flags: runtime",
            "    SHA-256, cdhash 00ff: 2 of 9 pages DIFFER; Info.plist matches; CodeResources NOT"
                + " COMPARED: It is gone.",
            "    Read and compared only: nobody verified the signatures themselves.");
  }

  @Test
  void a_certificate_that_is_not_for_kexts_is_told() {
    assertThat(lines(FOR_APPLICATIONS, AUTHORITY))
        .contains("    kext marks: the first certificate has no extension for kexts");
  }

  @Test
  void a_certificate_for_kexts_of_another_authority_is_told() {
    assertThat(lines(FOR_KEXTS))
        .contains(
            "    kext marks: the first certificate has the extension for kexts, but not all others"
                + " that macOS asks for are there");
  }

  @Test
  void scripts_get_the_certificates_with_their_marks() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json json = new Json(out);
    SignatureJson.write(rows(FOR_KEXTS, AUTHORITY), json);
    json.end();

    JsonObject signature =
        JsonParser.parseString(out.toString(UTF_8))
            .getAsJsonObject()
            .getAsJsonArray("signature")
            .get(0)
            .getAsJsonObject();
    assertThat(signature.get("leafIsForKexts").getAsBoolean()).isTrue();
    assertThat(signature.get("certificatesCarryKextMarks").getAsBoolean()).isTrue();
    assertThat(signature.get("matchesBundle").getAsBoolean()).isFalse();
    assertThat(signature.get("certificates").toString())
        .contains("\"commonName\":\"Example Inc.\"", "\"organizationalUnit\":\"ABCDE12345\"");
    assertThat(signature.get("codeDirectories").toString())
        .contains(
            "\"pages\":\"MISMATCH\",\"differingPages\":2", "\"CODE_RESOURCES\":\"NOT_GIVEN\"");
  }

  private static List<String> lines(SigningCertificate... chain) {
    return SignatureText.of(rows(chain));
  }

  private static SignatureRows rows(SigningCertificate... chain) {
    CodeDirectory directory =
        new CodeDirectory(
            0x20400,
            "com.example.driver",
            Optional.of("ABCDE12345"),
            0x1_0000,
            HashType.SHA_256,
            "00ff",
            4096,
            new PageCheck.Mismatch(9, 2, List.of(3, 4)),
            Map.of(
                SpecialSlot.INFO_PLIST, SlotCheck.MATCH,
                SpecialSlot.CODE_RESOURCES, SlotCheck.NOT_GIVEN));
    CodeSignature signature =
        new CodeSignature(
            List.of(directory),
            new Certificates.Read(List.of(chain), List.of()),
            Optional.empty(),
            List.of());
    return new SignatureRows(
        List.of(new SignatureRows.Row(Optional.of("x86_64"), new Signature.Read(signature))),
        Optional.empty(),
        Map.of(SpecialSlot.CODE_RESOURCES, "It is gone."));
  }

  private static SigningCertificate certificate(String subject, Set<String> extensions) {
    return new SigningCertificate(
        subject, "CN=Somebody", "01", Instant.EPOCH, Instant.EPOCH, extensions);
  }
}
