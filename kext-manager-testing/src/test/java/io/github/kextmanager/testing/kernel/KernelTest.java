package io.github.kextmanager.testing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Kernel.KernelComponents;
import io.github.kextmanager.testing.kernel.KextImage.Kind;
import io.github.kextmanager.testing.log.LogSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is always true of the kernel, and how much it can hold. */
class KernelTest {
  private static final int KINDS = 12;

  private final Kernel kernel =
      new Kernel(
          AddressSpace.of(new Platform(MacOsVersion.parse("10.15.7"), CpuType.X86_64)),
          KernelComponents.MAPPED,
          LogSink.NONE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void stays_in_order_whatever_is_asked(long seed) {
    var random = new Random(seed);
    for (int step = 0; step < 2000; step++) {
      int kext = random.nextInt(KINDS);
      switch (random.nextInt(5)) {
        case 0, 1 -> kernel.load(name(kext), archive(kext, random));
        case 2, 3 -> kernel.unload(name(kext));
        default -> toggleInstance(kext);
      }
      assertThat(KernelInvariants.violations(kernel.state())).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void goes_on_in_order_in_another_process() {
    kernel.load(name(3), archive(3, new Random(1)));

    KernelState state = kernel.state();

    assertThat(KernelInvariants.violations(state)).isEmpty();
    assertThat(state.images()).isNotEmpty();
  }

  @Test
  @Timeout(30)
  void holds_ten_thousand_kexts() {
    IntStream.range(0, 10_000)
        .forEach(i -> kernel.load("com.example.K" + i, List.of(image("com.example.K" + i, 0))));
    IntStream.range(0, 10_000).forEach(i -> kernel.unload("com.example.K" + i));

    assertThat(kernel.loadedKexts()).isEmpty();
  }

  @Test
  void tells_which_tag_was_given_twice() {
    kernel.load(name(0), archive(0, new Random(1)));
    ImageState image = kernel.state().images().get(0);

    assertThat(
            KernelInvariants.violations(
                new KernelState(List.of(image, image), 1, 0, Optional.empty())))
        .anyMatch(line -> line.contains("tag 1 after tag 1"))
        .anyMatch(line -> line.contains("is loaded 2 times"));
  }

  private void toggleInstance(int kext) {
    kernel
        .loadedKext(name(kext))
        .ifPresent(
            loaded -> {
              kernel.openInstance(name(kext), "Class");
              kernel.unload(name(kext));
              kernel.closeInstance(name(kext), "Class");
            });
  }

  /** Every kext links against those whose number divides its own. */
  private static List<KextImage> archive(int kext, Random random) {
    List<KextImage> archive = new ArrayList<>();
    for (int library = 1; library < kext; library++) {
      if (kext % library == 0) {
        archive.addAll(archive(library, random));
      }
    }
    archive.removeIf(image -> image.identifier().equals(name(kext)));
    List<String> libraries = archive.stream().map(KextImage::identifier).distinct().toList();
    int start = random.nextInt(10) == 0 ? 5 : 0;
    archive.add(
        new KextImage(
            name(kext),
            "1.0",
            Optional.empty(),
            "x86_64",
            Kind.CODE,
            0x1000,
            libraries,
            KextCode.WELL_BEHAVED.withStartReturn(start)));
    return archive;
  }

  private static KextImage image(String identifier, int start) {
    return new KextImage(
        identifier,
        "1.0",
        Optional.empty(),
        "x86_64",
        Kind.CODE,
        0x1000,
        List.of(),
        KextCode.WELL_BEHAVED.withStartReturn(start));
  }

  private static String name(int kext) {
    return "com.example.Kext" + kext;
  }
}
