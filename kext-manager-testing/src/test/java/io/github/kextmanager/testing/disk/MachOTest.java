package io.github.kextmanager.testing.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.kernel.CpuType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MachOTest {
  private static final UUID ID = UUID.fromString("6a1c3b5e-0000-4000-8000-0000000000aa");

  @Test
  void reads_the_stub_for_one_processor() {
    MachO file = MachO.read(MachOStub.bytes(List.of(CpuType.X86_64), Optional.of(ID)));

    assertThat(file.slices())
        .containsExactly(new MachO.Slice(CpuType.X86_64, Optional.of(ID), true, 0x4000));
  }

  @Test
  void finds_the_slice_for_a_processor_in_the_stub_for_several() {
    MachO file =
        MachO.read(MachOStub.bytes(List.of(CpuType.X86_64, CpuType.ARM64E), Optional.of(ID)));

    assertThat(file.slices())
        .extracting(MachO.Slice::cpu)
        .containsExactly(CpuType.X86_64, CpuType.ARM64E);
    assertThat(file.sliceFor(CpuType.ARM64)).isPresent();
    assertThat(file.sliceFor(CpuType.PPC)).isEmpty();
  }

  @Test
  void reads_a_stub_without_a_uuid() {
    MachO file = MachO.read(MachOStub.bytes(List.of(CpuType.ARM64E), Optional.empty()));

    assertThat(file.slices())
        .singleElement()
        .extracting(MachO.Slice::uuid)
        .isEqualTo(Optional.empty());
  }

  @Test
  void finds_nothing_in_a_file_that_is_something_else() {
    assertThat(MachO.read("#!/bin/sh\nexit 0 # no executable".getBytes(UTF_8)).slices()).isEmpty();
    assertThat(MachO.read(new byte[0]).slices()).isEmpty();
  }

  @Test
  void finds_no_kext_code_in_a_file_that_was_cut() {
    byte[] whole = MachOStub.bytes(List.of(CpuType.X86_64), Optional.of(ID));

    MachO file = MachO.read(Arrays.copyOf(whole, whole.length - 20));

    assertThat(file.slices()).singleElement().extracting(MachO.Slice::hasKextCode).isEqualTo(false);
  }
}
