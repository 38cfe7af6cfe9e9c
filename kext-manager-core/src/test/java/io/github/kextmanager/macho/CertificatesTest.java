package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private static final Identity ROOT = Identity.root("Test Root CA");
  private static final Identity AUTHORITY =
      ROOT.issue(2, "Test ID Authority", "Test", SigningCertificate.DEVELOPER_ID_AUTHORITY);
  private static final Identity SIGNER =
      AUTHORITY.issue(
          3,
          "Developer ID Application: Example, Inc. (ABCDE12345)",
          "ABCDE12345",
          SigningCertificate.DEVELOPER_ID_APPLICATION,
          SigningCertificate.KEXT_SIGNING);

  @Test
  void are_read_with_the_marks_of_a_kext_signer() {
    Certificates.Read read = read(Cms.signedBy(SIGNER, ROOT, AUTHORITY, SIGNER));

    assertThat(read.chain())
        .extracting(certificate -> certificate.commonName().orElseThrow())
        .containsExactly(
            "Developer ID Application: Example, Inc. (ABCDE12345)",
            "Test ID Authority",
            "Test Root CA");
    assertThat(read.leaf().organizationalUnit()).contains("ABCDE12345");
    assertThat(read.leaf().isForKexts()).isTrue();
    assertThat(read.carryKextMarks()).isTrue();
  }

  @Test
  void are_not_fooled_by_a_name_that_holds_another() {
    Identity liar = ROOT.issue(4, "x,OU=TEAM000001\\,OU=TEAM000002", "REAL000000");

    SigningCertificate leaf = read(Cms.signedBy(liar, liar)).leaf();

    assertThat(leaf.organizationalUnit()).contains("REAL000000");
    assertThat(leaf.commonName()).contains("x,OU=TEAM000001\\,OU=TEAM000002");
  }

  @Test
  void are_read_whatever_the_length_of_a_name() {
    String commonName = ",".repeat(100_000);
    Identity longName = ROOT.issue(4, commonName, "UNIT");

    assertThat(read(Cms.signedBy(longName, longName)).leaf().commonName()).contains(commonName);
  }

  @Test
  void are_read_from_a_signature_with_open_lengths() {
    assertThat(read(Cms.openSignedBy(SIGNER, ROOT, AUTHORITY, SIGNER)).carryKextMarks()).isTrue();
  }

  @Test
  void of_an_ordinary_developer_lack_the_kext_mark() {
    Identity ordinary =
        AUTHORITY.issue(4, "Ordinary", "T", SigningCertificate.DEVELOPER_ID_APPLICATION);

    assertThat(read(Cms.signedBy(ordinary, ROOT, AUTHORITY, ordinary)).carryKextMarks()).isFalse();
  }

  @Test
  void that_merely_lie_beside_the_signers_lend_it_no_marks() {
    Identity stranger = ROOT.issue(9, "Stranger", "T");

    Certificates.Read read = read(Cms.signedBy(stranger, SIGNER, AUTHORITY, ROOT, stranger));

    assertThat(read.leaf().commonName()).contains("Stranger");
    assertThat(read.carryKextMarks()).isFalse();
    assertThat(read.others()).hasSize(2);
  }

  @Test
  void show_the_signer_where_none_is_named() {
    assertThat(read(Cms.signedByNobody(ROOT, SIGNER, AUTHORITY)).leaf().isForKexts()).isTrue();
  }

  @Test
  void are_doubtful_where_several_could_have_signed() {
    Identity stranger = ROOT.issue(9, "Stranger", "T");

    assertThat(CmsReader.certificates(Cms.signedByNobody(ROOT, SIGNER, AUTHORITY, stranger)))
        .isEqualTo(
            new Certificates.Unreadable("Of 4 certificates 2 could be the one that signed."));
  }

  @Test
  void are_part_of_what_the_signature_of_a_file_says() {
    CodeSignature signature =
        CodeSignatureReaderTest.read(
            SignatureBlob.create()
                .cms(Cms.signedBy(SIGNER, ROOT, AUTHORITY, SIGNER))
                .sign(Code::arm));

    assertThat(signature.isAdHoc()).isFalse();
    assertThat(signature.certificates().signer())
        .hasValueSatisfying(signer -> assertThat(signer.isForKexts()).isTrue());
  }

  @Test
  void that_are_cut_off_or_damaged_are_answered() {
    byte[] cms = Cms.openSignedBy(SIGNER, ROOT, AUTHORITY, SIGNER);
    var random = new Random(5);

    for (int length = 0; length < cms.length; length++) {
      assertThat(CmsReader.certificates(Arrays.copyOf(cms, length))).isNotNull();
      byte[] damaged = cms.clone();
      damaged[length] = (byte) random.nextInt();
      assertThat(CmsReader.certificates(damaged)).isNotNull();
    }
  }

  @Test
  void nested_without_end_are_answered() {
    byte[] deep = new byte[1_000_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }

    assertThat(CmsReader.certificates(deep)).isInstanceOf(Certificates.Unreadable.class);
  }

  private static Certificates.Read read(byte[] cms) {
    return (Certificates.Read) CmsReader.certificates(cms);
  }
}
