package io.github.kextmanager.macho;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Reads the certificates out of a cryptographic signature (CMS, RFC 5652), and which of them
 * signed.
 *
 * <p>The certificates are found here and each is given to the JDK by itself: its reader of PKCS 7
 * refuses the attributes that Apple adds, and would read all else that a hostile signature holds.
 */
final class CmsReader {
  /** Apple's signatures have some ten thousand bytes. */
  private static final int MAXIMUM_SIZE = 1024 * 1024;

  private static final int MAXIMUM_CERTIFICATES = 32;

  private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("2a864886f70d010702");

  private final byte[] cms;

  private CmsReader(byte[] cms) {
    this.cms = cms;
  }

  static Certificates certificates(byte[] cms) {
    return cms.length > MAXIMUM_SIZE
        ? new Certificates.Unreadable(
            "The cryptographic signature has %d bytes.".formatted(cms.length))
        : new CmsReader(cms).read();
  }

  private Certificates read() {
    List<Ber> signedData = signedData();
    Optional<Ber> set =
        signedData.stream().filter(element -> element.tag() == Ber.CONTEXT_0).findFirst();
    if (set.isEmpty()) {
      return new Certificates.Unreadable("The cryptographic signature has no certificates.");
    }
    List<Ber> elements = set.get().children(cms);
    if (elements.isEmpty() || elements.size() > MAXIMUM_CERTIFICATES) {
      return new Certificates.Unreadable(
          "The cryptographic signature has %d certificates.".formatted(elements.size()));
    }
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Ber element : elements) {
        certificates.add(
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(element.whole(cms))));
      }
      return chain(certificates, signedData);
    } catch (CertificateException | RuntimeException e) {
      // The JDK throws several kinds of runtime exceptions for certificates that are damaged.
      return new Certificates.Unreadable("A certificate cannot be read: %s".formatted(e));
    }
  }

  /** The elements of the signed data: version, digests, content, certificates, signers. */
  private List<Ber> signedData() {
    List<Ber> message =
        Ber.at(cms, 0, cms.length).map(element -> element.children(cms)).orElse(List.of());
    if (message.size() < 2
        || message.get(0).tag() != Ber.OBJECT_IDENTIFIER
        || !Arrays.equals(message.get(0).contentOf(cms), SIGNED_DATA)) {
      return List.of();
    }
    List<Ber> content = message.get(1).children(cms);
    return content.isEmpty() ? List.of() : content.get(0).children(cms);
  }

  private Certificates chain(List<X509Certificate> certificates, List<Ber> signedData) {
    List<X509Certificate> signers = signers(certificates, signedData);
    if (signers.size() != 1) {
      return new Certificates.Unreadable(
          "Of %d certificates %d could be the one that signed."
              .formatted(certificates.size(), signers.size()));
    }
    List<X509Certificate> others = new ArrayList<>(certificates);
    List<X509Certificate> chain = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(signers.get(0));
    while (next.isPresent()) {
      X509Certificate certificate = next.get();
      chain.add(certificate);
      others.remove(certificate);
      next = others.stream().filter(other -> isIssuer(other, certificate)).findFirst();
    }
    return new Certificates.Read(
        chain.stream().map(SigningCertificate::of).toList(),
        others.stream().map(SigningCertificate::of).toList());
  }

  /** The certificate that the first signer names; where none is named, what issued no other. */
  private List<X509Certificate> signers(List<X509Certificate> certificates, List<Ber> signedData) {
    Optional<List<Ber>> named = namedSigner(signedData);
    return certificates.stream()
        .distinct()
        .filter(
            certificate ->
                named.isPresent()
                    ? isNamed(certificate, named.get())
                    : certificates.stream()
                        .noneMatch(
                            other -> !other.equals(certificate) && isIssuer(certificate, other)))
        .toList();
  }

  /** Issuer and number of the certificate of the first signer. */
  private Optional<List<Ber>> namedSigner(List<Ber> signedData) {
    // The first set holds the kinds of digests, and the last the signers.
    if (signedData.isEmpty() || signedData.get(signedData.size() - 1).tag() != Ber.SET) {
      return Optional.empty();
    }
    return signedData.get(signedData.size() - 1).children(cms).stream()
        .findFirst()
        .map(signer -> signer.children(cms))
        .filter(fields -> fields.size() > 1 && fields.get(1).tag() == Ber.SEQUENCE)
        .map(fields -> fields.get(1).children(cms))
        .filter(name -> name.size() == 2 && name.get(1).tag() == Ber.INTEGER);
  }

  private boolean isNamed(X509Certificate certificate, List<Ber> name) {
    byte[] number = name.get(1).contentOf(cms);
    return number.length > 0
        && certificate.getSerialNumber().equals(new BigInteger(number))
        && certificate.getIssuerX500Principal().equals(new X500Principal(name.get(0).whole(cms)));
  }

  private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
  }
}
