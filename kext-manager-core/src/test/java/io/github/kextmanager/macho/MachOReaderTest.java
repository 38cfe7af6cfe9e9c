package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.macho.MachO.Fat;
import io.github.kextmanager.macho.MachO.NotMachO;
import io.github.kextmanager.macho.MachO.Thin;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachOReaderTest {
  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  static Stream<Code> kinds() {
    return Stream.of(Code.x86(), Code.arm(), Code.i386(), Code.ppc(), Code.ppc64());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void reads_a_kext_of_every_width_and_byte_order(Code code) {
    Slice slice =
        thin(
            code.uuid(ID)
                .build(Platform.MACOS, 0x000a_0f02, 0x000b_0000)
                .module("com.example.driver", "4.5.6d7")
                .build());

    assertThat(slice.uuid()).contains(ID);
    assertThat(slice.kmodInfo()).isEqualTo(new KmodInfo.Read("com.example.driver", "4.5.6d7"));
    assertThat(slice.builds())
        .singleElement()
        .hasToString("BuildVersion[platform=macOS, minimum=10.15.2, sdk=11.0]");
    assertThat(slice.flaws()).isEmpty();
  }

  @Test
  void reads_the_header() {
    Slice slice = thin(Code.ppc().build());

    assertThat(slice.cpu()).hasToString("ppc");
    assertThat(slice.width()).isEqualTo(Width.BITS_32);
    assertThat(slice.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    assertThat(slice.fileType()).isEqualTo(FileType.OBJECT);
  }

  @Test
  void reads_the_older_way_to_name_the_oldest_release() {
    Slice slice = thin(Code.x86().command(0x24, 0x000a_0900, 0x000a_0a00).build());

    assertThat(slice.builds())
        .singleElement()
        .extracting(BuildVersion::minimum)
        .hasToString("10.9");
  }

  @Test
  void reads_a_fat_file() {
    MachO file =
        MachOReader.read(
            FatFile.narrow().slice("i386", Code.i386()).slice("x86_64", Code.x86()).build());

    assertThat(file).isInstanceOf(Fat.class);
    assertThat(file.architectureNames()).containsExactly("i386", "x86_64");
    assertThat(((Fat) file).flaws()).isEmpty();
    assertThat(file.isKnownToKextLibrary()).isTrue();
  }

  @Test
  void reads_a_64_bit_fat_file_which_the_kext_library_does_not() {
    MachO file =
        MachOReader.read(
            FatFile.wide().slice("x86_64", Code.x86()).slice("arm64e", Code.arm()).build());

    assertThat(file.architectureNames()).containsExactly("x86_64", "arm64e");
    assertThat(file.isKnownToKextLibrary()).isFalse();
  }

  @Test
  void tells_what_is_not_mach_o() {
    assertThat(reason(new byte[0])).isEqualTo(NotMachO.Reason.EMPTY);
    assertThat(reason(new byte[3])).isEqualTo(NotMachO.Reason.TOO_SHORT);
    assertThat(reason("#!/bin/sh\nexit 0\n".getBytes(UTF_8)))
        .isEqualTo(NotMachO.Reason.OTHER_FORMAT);
    assertThat(reason(Arrays.copyOf(Code.x86().build(), 20))).isEqualTo(NotMachO.Reason.TOO_SHORT);
  }

  @Test
  void takes_no_java_class_for_a_fat_file() {
    byte[] classFile = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61, 0, 0};

    assertThat(MachOReader.read(classFile))
        .isInstanceOfSatisfying(
            NotMachO.class,
            not -> {
              assertThat(not.reason()).isEqualTo(NotMachO.Reason.BAD_TABLE);
              assertThat(not.explanation()).contains("61 slices");
            });
  }

  @Test
  void tells_a_fat_table_that_is_cut_off() {
    byte[] fat = FatFile.narrow().slice("x86_64", Code.x86()).build();

    assertThat(reason(Arrays.copyOf(fat, 27))).isEqualTo(NotMachO.Reason.BAD_TABLE);
    assertThat(reason(Arrays.copyOf(fat, 6))).isEqualTo(NotMachO.Reason.BAD_TABLE);
  }

  @Test
  void does_not_follow_a_slice_out_of_the_file() {
    MachO file =
        MachOReader.read(
            FatFile.narrow().lyingSlice("x86_64", Code.x86().build(), 0, 100_000).build());

    assertThat(file.architectureNames()).isEmpty();
    assertThat(file.bestFor(Code.cpu("x86_64")))
        .hasValueSatisfying(
            entry -> assertThat(entry.content()).isInstanceOf(SliceContent.OutsideFile.class));
  }

  @Test
  void does_not_follow_a_negative_offset_of_a_64_bit_table() {
    MachO file =
        MachOReader.read(
            FatFile.wide()
                .lyingSlice("x86_64", Code.x86().build(), Long.MIN_VALUE, Long.MIN_VALUE)
                .build());

    assertThat(file.entries())
        .singleElement()
        .extracting(FatEntry::content)
        .isInstanceOf(SliceContent.OutsideFile.class);
  }

  @Test
  void tells_slices_that_overlap() {
    byte[] code = Code.x86().build();

    assertThat(flaws(FatFile.narrow().slice("x86_64", code).lyingSlice("arm64", code, -64, 0)))
        .contains(Flaw.Kind.SLICES_OVERLAP);
    assertThat(flaws(FatFile.narrow().lyingSlice("x86_64", code, -60, 0)))
        .contains(Flaw.Kind.SLICE_OVER_TABLE);
  }

  @Test
  void tells_a_table_that_lies_about_a_processor() {
    assertThat(flaws(FatFile.narrow().slice("i386", Code.x86()))).contains(Flaw.Kind.OTHER_CPU);
    assertThat(flaws(FatFile.narrow().slice("x86_64", Code.x86()).slice("x86_64", Code.x86())))
        .containsExactly(Flaw.Kind.SAME_CPU_TWICE);
  }

  @Test
  void lists_architectures_up_to_the_first_slice_that_is_no_code() {
    MachO file =
        MachOReader.read(
            FatFile.narrow()
                .slice("i386", Code.i386())
                .slice("ppc", new byte[64])
                .slice("x86_64", Code.x86())
                .build());

    assertThat(file.architectureNames()).containsExactly("i386");
  }

  @Test
  void chooses_x86_64_code_for_a_haswell() {
    MachO file =
        MachOReader.read(
            FatFile.narrow().slice("i386", Code.i386()).slice("x86_64", Code.x86()).build());

    assertThat(file.bestFor(Code.cpu("x86_64h")))
        .hasValueSatisfying(entry -> assertThat(entry.cpu()).hasToString("x86_64"));
    assertThat(file.bestFor(Code.cpu("arm64"))).isEmpty();
  }

  private static List<Flaw.Kind> flaws(FatFile file) {
    return ((Fat) MachOReader.read(file.build())).flaws().stream().map(Flaw::kind).toList();
  }

  private static NotMachO.Reason reason(byte[] bytes) {
    return ((NotMachO) MachOReader.read(bytes)).reason();
  }

  static Slice thin(byte[] bytes) {
    return ((Thin) MachOReader.read(bytes)).slice();
  }
}
