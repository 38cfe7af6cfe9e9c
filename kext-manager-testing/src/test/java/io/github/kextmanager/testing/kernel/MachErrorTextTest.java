package io.github.kextmanager.testing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.verdict.OsReturn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachErrorTextTest {
  @ParameterizedTest
  @CsvSource({
    "0x00000000, (os/kern) successful",
    "0x00000005, (os/kern) failure",
    "0xdc000001, (libkern/common) general/unspecified error",
    "0xdc004002, (libkern/metaclass) class has instances",
    "0xdc008001, (libkern/kext) internal error",
    "0xdc008018, (libkern/kext) kext is in use or retained (cannot unload)",
    "0xdc00801b, (libkern/kext) system policy prevents loading",
    "0xdc00801f, (libkern/kext) loading of both Auxiliary and System KCs failed",
    "0xdc008030, unknown error code",
    "0xdc00c001, (libkern/?) unknown subsystem error",
    "0xe00002c7, (iokit/common) unsupported function",
    "0x58000001, (?/?) unknown error system"
  })
  void says_what_a_mac_says(String code, String text) {
    var osReturn = new OsReturn(Integer.parseUnsignedInt(code.substring(2), 16));

    assertThat(MachErrorText.of(osReturn)).isEqualTo(text);
  }
}
