package io.github.kextmanager.testing.bundle;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A signature in the form of RFC 5652 with the certificates of a developer, of the authority that
 * issues Developer IDs and of a root. They carry the marks that macOS asks for and name the team;
 * what they should sign they do not: nobody has the keys.
 */
final class DeveloperCertificates {
  private static final String DEVELOPER_ID_APPLICATION = "1.2.840.113635.100.6.1.13";
  private static final String KEXT_SIGNING = "1.2.840.113635.100.6.1.18";
  private static final String DEVELOPER_ID_AUTHORITY = "1.2.840.113635.100.6.2.6";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String UNIT = "2.5.4.11";
  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;
  private static final int BITS = 0x03;
  private static final int OCTETS = 0x04;
  private static final int TRUTH = 0x01;
  private static final byte[] NULL = {5, 0};

  private static final byte[] ECDSA_WITH_SHA256 =
      Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));

  /** The generator of the curve P-256 (SEC 2, secp256r1), as the key of everybody. */
  private static final byte[] KEY =
      HexFormat.of()
          .parseHex(
              "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                  + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                  + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

  private static final byte[] NO_SIGNATURE = {0, 0x30, 6, 2, 1, 1, 2, 1, 1};

  private static final byte[] ROOT = name("Test Root CA", "Test Authority");
  private static final byte[] AUTHORITY = name("Developer ID Test Authority", "Test Authority");

  private DeveloperCertificates() {}

  static byte[] of(Signing.Certified signing) {
    List<String> marks =
        switch (signing.purpose()) {
          case KEXTS -> List.of(DEVELOPER_ID_APPLICATION, KEXT_SIGNING);
          case APPLICATIONS -> List.of(DEVELOPER_ID_APPLICATION);
        };
    byte[] developer =
        name("Developer ID Application: Test (%s)".formatted(signing.team()), signing.team());
    byte[] signer = Der.sequence(Der.integer(1), Der.sequence(AUTHORITY, Der.integer(3)));
    return Der.sequence(
        Der.identifier("1.2.840.113549.1.7.2"),
        Der.value(
            0xa0,
            Der.sequence(
                Der.integer(1),
                Der.set(),
                Der.sequence(Der.identifier("1.2.840.113549.1.7.1")),
                Der.value(
                    0xa0,
                    certificate(1, ROOT, ROOT, List.of()),
                    certificate(2, ROOT, AUTHORITY, List.of(DEVELOPER_ID_AUTHORITY)),
                    certificate(3, AUTHORITY, developer, marks)),
                Der.set(signer))));
  }

  private static byte[] name(String commonName, String unit) {
    return Der.sequence(
        Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(commonName))),
        Der.set(Der.sequence(Der.identifier(UNIT), Der.text(unit))));
  }

  private static byte[] certificate(int number, byte[] issuer, byte[] subject, List<String> marks) {
    Stream<byte[]> body =
        Stream.of(
            Der.value(VERSION, Der.integer(2)),
            Der.integer(number),
            ECDSA_WITH_SHA256,
            issuer,
            Der.sequence(Der.time("200101000000Z"), Der.time("400101000000Z")),
            subject,
            KEY);
    Stream<byte[]> extensions =
        marks.isEmpty() ? Stream.empty() : Stream.of(Der.value(EXTENSIONS, extensions(marks)));
    return Der.sequence(
        Der.sequence(Stream.concat(body, extensions).toArray(byte[][]::new)),
        ECDSA_WITH_SHA256,
        Der.value(BITS, NO_SIGNATURE));
  }

  private static byte[] extensions(List<String> marks) {
    return Der.sequence(
        marks.stream()
            .map(
                mark ->
                    Der.sequence(
                        Der.identifier(mark),
                        Der.value(TRUTH, new byte[] {(byte) 0xff}),
                        Der.value(OCTETS, NULL)))
            .toArray(byte[][]::new));
  }
}
