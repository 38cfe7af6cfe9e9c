package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestCpuTest {
  @ParameterizedTest
  @CsvSource({
    "x86_64h, i386 x86_64 x86_64h, x86_64h",
    "x86_64h, i386 x86_64, x86_64",
    "x86_64, x86_64h, none",
    "x86_64, i386, none",
    "i386, x86_64, none",
    "i386, i486, i486",
    "pentium4, i386 pentium, pentium",
    "pentium, i386 i486, i486",
    "i386, pentpro pentIIm5 pentium4, pentpro",
    "ppc970, ppc ppc7400 ppc7450, ppc7450",
    "ppc7400, ppc ppc7450, ppc7450",
    "ppc604, ppc970 ppc603, ppc603",
    "ppc, ppc603 ppc970, ppc970",
    "ppc601, ppc603, none",
    "ppc64, ppc970-64, ppc970-64",
    "armv7, armv4t armv6 armv7s, armv6",
    "arm64e, arm64, arm64",
    "arm64, armv6 armv7, armv7",
    "arm64, x86_64, none",
  })
  void is_chosen_as_libmacho_does(String wanted, String offered, String best) {
    List<Cpu> cpus =
        Arrays.stream(offered.split(" ", -1)).map(Code::cpu).collect(Collectors.toList());

    assertThat(
            BestCpu.index(Code.cpu(wanted), cpus).stream()
                .mapToObj(cpus::get)
                .map(Cpu::toString)
                .findFirst()
                .orElse("none"))
        .isEqualTo(best);
  }
}
