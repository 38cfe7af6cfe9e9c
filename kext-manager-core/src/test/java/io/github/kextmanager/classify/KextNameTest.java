package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KextNameTest {
  private static final KextName WIDGET = KextName.ofIdentifier("com.example.driver.Widget");

  @Test
  void a_bundle_is_named_after_the_last_word_of_its_identifier() {
    assertThat(KextName.ofBundle("/Library/Extensions/widget.kext/").isSame(WIDGET)).isTrue();
  }

  @Test
  void a_bundle_may_be_named_after_its_identifier() {
    assertThat(WIDGET.isSame(KextName.ofBundle("/tmp/com.example.driver.Widget.kext"))).isTrue();
  }

  @Test
  void identifiers_that_end_alike_are_two() {
    assertThat(WIDGET.isSame(KextName.ofIdentifier("com.other.driver.Widget"))).isFalse();
  }

  @Test
  void blanks_in_the_name_of_a_bundle_do_not_count() {
    assertThat(KextName.ofBundle("My Widget.kext").isSame(KextName.ofIdentifier("org.x.MyWidget")))
        .isTrue();
  }

  @Test
  void a_name_without_an_extension_is_taken_as_it_is() {
    assertThat(KextName.ofBundle("Widget")).isEqualTo(new KextName("", "widget"));
  }

  @Test
  void what_is_known_of_a_bundle_is_known_of_its_identifier() {
    var known = new ByKext<String>();
    known.add(KextName.ofBundle("Widget.kext"), "loaded");

    assertThat(known.of(WIDGET)).containsExactly("loaded");
    assertThat(known.of(KextName.ofIdentifier("com.example.Other"))).isEmpty();
  }
}
