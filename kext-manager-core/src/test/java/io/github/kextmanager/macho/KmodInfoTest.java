package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KmodInfoTest {
  @Test
  void is_found_though_it_is_not_external() {
    assertThat(read(Code.x86().symbolType(0x0e))).isInstanceOf(KmodInfo.Read.class);
  }

  @Test
  void is_found_at_the_end_of_a_longer_name() {
    assertThat(read(Code.x86().symbol("_kmod_info"))).isInstanceOf(KmodInfo.Read.class);
    assertThat(read(Code.x86().symbol("__kmod_info"))).isInstanceOf(KmodInfo.Missing.class);
  }

  @Test
  void is_found_far_behind_in_a_large_file() {
    assertThat(read(Code.i386().padding(3_000_000))).isInstanceOf(KmodInfo.Read.class);
  }

  @Test
  void is_missing_where_nothing_defines_it() {
    assertThat(read(Code.x86().symbolType(0x01)).isInSection()).isFalse();
    assertThat(read(Code.x86().symbolType(0x03)).isInSection()).isFalse();
    assertThat(read(Code.x86().symbolType(0x0b)).isInSection()).isFalse();
    assertThat(read(Code.x86().symbolType(0x2e)).isInSection()).isFalse();
  }

  @Test
  void is_missing_without_its_section() {
    assertThat(read(Code.x86().symbolSection(0)).isInSection()).isFalse();
    assertThat(read(Code.x86().symbolSection(2)).isInSection()).isFalse();
  }

  @Test
  void is_missing_without_symbols() {
    assertThat(read(Code.x86().withoutSymbols()))
        .isEqualTo(new KmodInfo.Missing("The slice has no symbol table."));
  }

  @Test
  void is_not_followed_out_of_the_file() {
    assertThat(read(Code.x86().symbolValue(0x7fff_ffff_ffff_ffffL)))
        .isInstanceOf(KmodInfo.OutsideFile.class)
        .matches(KmodInfo::isInSection);
    assertThat(read(Code.x86().symbolValue(0))).isInstanceOf(KmodInfo.OutsideFile.class);
  }

  private static KmodInfo read(Code code) {
    return MachOReaderTest.thin(code.build()).kmodInfo();
  }
}
