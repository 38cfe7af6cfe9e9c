package io.github.kextmanager.testing.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.kernel.CpuType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachOTest {
  private static final UUID ID = UUID.fromString("6a1c3b5e-0000-4000-8000-0000000000aa");
  private static final TestKext KEXT = TestKext.named("com.example.Widget").uuid(ID);

  @TempDir Path folder;

  private byte[] written(TestKext kext) throws IOException {
    return Files.readAllBytes(kext.writeTo(folder).resolve("Contents/MacOS/Widget"));
  }

  @Test
  void reads_code_for_one_processor() throws IOException {
    MachO file = MachO.read(written(KEXT.onlyFor(Chip.INTEL)));

    assertThat(file.slices())
        .containsExactly(new MachO.Slice(CpuType.X86_64, Optional.of(ID), true, 0x4000));
  }

  @Test
  void finds_the_slice_for_a_processor_among_several() throws IOException {
    MachO file = MachO.read(written(KEXT));

    assertThat(file.slices())
        .extracting(MachO.Slice::cpu)
        .containsExactly(CpuType.I386, CpuType.X86_64, CpuType.ARM64E);
    assertThat(file.sliceFor(CpuType.ARM64)).isPresent();
    assertThat(file.sliceFor(CpuType.PPC)).isEmpty();
  }

  @Test
  void reads_code_without_a_uuid() throws IOException {
    MachO file = MachO.read(written(KEXT.onlyFor(Chip.APPLE_SILICON).withoutUuid()));

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
  void finds_no_kext_code_in_a_file_that_was_cut() throws IOException {
    byte[] whole = written(KEXT.onlyFor(Chip.INTEL));

    MachO file = MachO.read(Arrays.copyOf(whole, whole.length / 2));

    assertThat(file.slices()).singleElement().extracting(MachO.Slice::hasKextCode).isEqualTo(false);
  }
}
