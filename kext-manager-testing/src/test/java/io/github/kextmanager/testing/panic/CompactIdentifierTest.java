package io.github.kextmanager.testing.panic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pairs are from reports that people have published. */
class CompactIdentifierTest {
  @ParameterizedTest
  @CsvSource({
    "com.apple.driver.AppleHDAController, >!AHDA!C",
    "com.apple.driver.usb.AppleUSBXHCIPCI, >usb.!UXHCIPCI",
    "com.apple.iokit.IOBluetoothFamily, |IO!B!F",
    "com.apple.iokit.IOUSBMassStorageDriver, |IOUSBMass!SDriver",
    "com.apple.security.AppleImage4, $!AImage4",
    "com.apple.AppleFSCompression.AppleFSCompressionTypeZlib, "
        + "@!AFSCompression.!AFSCompressionTypeZlib",
    "com.apple.driver.AppleIntelPCHPMC, >!A!IPCHPMC",
    "com.example.AppleFamily, com.example.!A!F",
    "AppleFamily, Apple!F"
  })
  void is_what_the_kernel_makes_of_an_identifier(String identifier, String compact) {
    assertThat(CompactIdentifier.of(identifier)).isEqualTo(compact);
  }
}
