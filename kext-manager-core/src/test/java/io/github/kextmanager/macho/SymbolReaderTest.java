package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.macho.Symbol.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolReaderTest {
  @TempDir Path folder;

  @Test
  void reads_a_symbol_of_64_bits() throws IOException {
    assertThat(read(Code.x86())).isEqualTo(listed("_kmod_info", Kind.IN_SECTION));
  }

  @Test
  void reads_a_symbol_of_the_other_byte_order_and_32_bits() throws IOException {
    assertThat(read(Code.ppc().symbol("_IOLog").symbolType(0x01)))
        .isEqualTo(listed("_IOLog", Kind.UNDEFINED));
  }

  @Test
  void tells_where_a_symbol_is() throws IOException {
    assertThat(read(Code.x86().symbolType(0x03))).isEqualTo(listed("_kmod_info", Kind.ABSOLUTE));
    assertThat(read(Code.x86().symbolType(0x0b))).isEqualTo(listed("_kmod_info", Kind.INDIRECT));
    assertThat(read(Code.x86().symbolType(0x0d))).isEqualTo(listed("_kmod_info", Kind.OTHER));
  }

  @Test
  void leaves_out_what_is_for_debuggers() throws IOException {
    assertThat(read(Code.x86().symbolType(0x2e)).find("_kmod_info")).isEmpty();
  }

  @Test
  void finds_a_symbol_by_its_whole_name() throws IOException {
    Symbols symbols = read(Code.x86());

    assertThat(symbols.find("_kmod_info")).isPresent();
    assertThat(symbols.find("_kmod")).isEmpty();
  }

  @Test
  void reads_the_slice_that_it_is_given() throws IOException {
    byte[] fat =
        FatFile.narrow()
            .slice("x86_64", Code.x86().symbol("_intel"))
            .slice("arm64", Code.arm().symbol("_arm"))
            .build();
    Path file = Files.write(folder.resolve("fat"), fat);
    FatEntry second = MachOReader.read(file).entries().get(1);

    assertThat(SymbolReader.read(file, ((SliceContent.Code) second.content()).slice()).list())
        .extracting(Symbol::name)
        .containsExactly("_start", "_arm");
  }

  @Test
  void says_that_there_is_no_table() throws IOException {
    assertThat(read(Code.x86().withoutSymbols())).isEqualTo(new Symbols.None());
  }

  @Test
  void says_that_the_file_is_cut() throws IOException {
    Path file = Files.write(folder.resolve("code"), Code.x86().build());
    Slice slice = MachOReaderTest.thin(Files.readAllBytes(file));
    Files.write(file, new byte[100]);

    assertThat(SymbolReader.read(file, slice)).isInstanceOf(Symbols.Unreadable.class);
  }

  @Test
  void says_that_the_file_is_gone() {
    assertThat(SymbolReader.read(folder.resolve("gone"), MachOReaderTest.thin(Code.x86().build())))
        .isInstanceOf(Symbols.Unreadable.class)
        .matches(symbols -> symbols.list().isEmpty());
  }

  /** What the code of these tests has, and another symbol. */
  private static Symbols listed(String name, Kind kind) {
    return new Symbols.Listed(
        List.of(new Symbol("_start", Kind.IN_SECTION), new Symbol(name, kind)));
  }

  private Symbols read(Code code) throws IOException {
    byte[] bytes = code.build();
    Path file = Files.write(folder.resolve("code"), bytes);
    return SymbolReader.read(file, MachOReaderTest.thin(bytes));
  }
}
