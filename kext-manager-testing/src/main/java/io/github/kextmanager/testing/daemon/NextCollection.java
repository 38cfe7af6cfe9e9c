package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.ExcludeList;
import java.util.ArrayList;
import java.util.List;

/**
 * What the auxiliary collection would hold if it was built now.
 *
 * @param catalog what lies in the folders for extensions and was asked for
 * @param library finds what that needs
 * @param review what is wrong with a bundle
 * @param consent what was allowed
 */
record NextCollection(
    KextCatalog catalog, KextLibrary library, BundleReview review, Consent consent) {

  /** What a collection can hold, allowed or not. */
  List<KextOnDisk> wellMade() {
    return catalog.opened().stream()
        .filter(kext -> !kext.path().startsWith(ExtensionFolders.SYSTEM))
        .filter(kext -> !kext.identifier().equals(ExcludeList.IDENTIFIER))
        .filter(kext -> review.problem(kext, catalog, library).isEmpty())
        .toList();
  }

  List<AuxiliaryCollection.Member> members() {
    List<AuxiliaryCollection.Member> members = new ArrayList<>();
    wellMade().stream()
        .filter(consent::isGiven)
        .forEach(
            kext ->
                library
                    .archive(kext)
                    .ifPresent(
                        archive -> members.add(AuxiliaryCollection.Member.of(kext, archive))));
    return members;
  }

  /** Asks the person at the Mac about what would come in, and says what was not allowed. */
  List<String> refused(CollectionChange change) {
    return change.added().stream()
        .flatMap(entry -> catalog.find(entry.bundle()).stream())
        .filter(kext -> !consent.ask(kext))
        .map(KextOnDisk::identifier)
        .distinct()
        .toList();
  }
}
