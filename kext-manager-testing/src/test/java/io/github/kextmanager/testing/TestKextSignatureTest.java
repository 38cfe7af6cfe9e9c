package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.PageCheck;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignatureFlag;
import io.github.kextmanager.macho.SignedMachO.SliceSignature;
import io.github.kextmanager.macho.SlotCheck;
import io.github.kextmanager.macho.SpecialSlot;
import io.github.kextmanager.validation.KextSignature;
import io.github.kextmanager.validation.SignatureReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library reads the signatures that tests make. */
class TestKextSignatureTest {
  private static final String TEAM = "ABCDE12345";
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget").signedBy(TEAM);
  private static final TestKext CODELESS = WIDGET.codeless();

  @TempDir Path root;

  @Test
  void names_the_kext_and_the_team_in_every_slice() {
    assertThat(contents(WIDGET))
        .hasSize(3)
        .allSatisfy(
            signature -> {
              assertThat(signature.identifier()).isEqualTo("com.example.driver.Widget");
              assertThat(signature.teamIdentifier()).contains(TEAM);
            });
  }

  @Test
  void has_the_hashes_of_the_code_and_of_all_that_it_covers() {
    assertThat(contents(WIDGET.startFails(1)))
        .allSatisfy(
            signature -> {
              assertThat(signature.best().pages()).isInstanceOf(PageCheck.Match.class);
              assertThat(signature.best().slots())
                  .containsEntry(SpecialSlot.INFO_PLIST, SlotCheck.MATCH)
                  .containsEntry(SpecialSlot.CODE_RESOURCES, SlotCheck.MATCH);
              assertThat(signature.matchesBundle()).isTrue();
            });
  }

  @Test
  void has_no_cryptography() {
    assertThat(contents(WIDGET))
        .extracting(CodeSignature::certificates)
        .containsOnly(new Certificates.None());
  }

  @Test
  void covers_code_of_many_pages() {
    TestKext large = WIDGET;
    for (int i = 0; i < 400; i++) {
      large = large.exporting("_a_symbol_with_a_rather_long_name_" + i);
    }

    assertThat(contents(large))
        .allSatisfy(
            signature -> {
              assertThat(signature.matchesBundle()).isTrue();
              assertThat(((PageCheck.Match) signature.best().pages()).pages()).isGreaterThan(4);
            });
  }

  @Test
  void is_by_a_team_of_its_own_where_the_test_names_none() {
    assertThat(contents(TestKext.named("com.example.driver.Widget")))
        .extracting(signature -> signature.teamIdentifier().orElse(""))
        .containsOnly(TestKext.TEAM);
  }

  @Test
  void is_by_apple_for_an_identifier_of_apple() {
    assertThat(contents(TestKext.named("com.apple.driver.Widget")))
        .allMatch(signature -> signature.teamIdentifier().isEmpty() && signature.matchesBundle());
  }

  @Test
  void says_itself_that_it_is_ad_hoc() {
    assertThat(contents(WIDGET.adHocSigned()))
        .allSatisfy(
            signature -> {
              assertThat(signature.best().flags()).containsExactly(SignatureFlag.ADHOC);
              assertThat(signature.teamIdentifier()).isEmpty();
              assertThat(signature.matchesBundle()).isTrue();
            });
  }

  @Test
  void is_not_there_if_nobody_signed() {
    assertThat(signatures(WIDGET.unsigned())).containsOnly(new Signature.Unsigned());
    assertThat(signatures(CODELESS.unsigned())).containsOnly(new Signature.Unsigned());
  }

  @Test
  void does_not_match_code_that_was_changed() {
    assertThat(contents(WIDGET.tampered()))
        .extracting(signature -> signature.best().pages())
        .allMatch(pages -> pages.equals(new PageCheck.Mismatch(1, 1, List.of(0))));
  }

  @Test
  void lies_beside_the_property_list_of_a_kext_without_code() {
    assertThat(contents(CODELESS))
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.teamIdentifier()).contains(TEAM);
              assertThat(signature.matchesBundle()).isTrue();
            });
  }

  @Test
  void does_not_match_a_property_list_that_was_changed() {
    assertThat(contents(CODELESS.tampered()))
        .singleElement()
        .matches(signature -> !signature.matchesFile());
  }

  private List<CodeSignature> contents(TestKext kext) {
    return signatures(kext).stream()
        .map(signature -> ((Signature.Read) signature).content())
        .toList();
  }

  private List<Signature> signatures(TestKext kext) {
    kext.writeTo(root);
    KextBundle bundle = new KextBundleReader(root).read(kext.path());
    KextSignature signature = new SignatureReader(root).read(bundle);
    return signature instanceof KextSignature.Embedded embedded
        ? embedded.code().slices().stream().map(SliceSignature::signature).toList()
        : List.of(((KextSignature.Detached) signature).signature());
  }
}
