package io.github.kextmanager;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.doctor.DoctorsLook;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.Operation;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.lifecycle.Waiting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.operation.Loader;
import io.github.kextmanager.operation.Loader.Insistence;
import io.github.kextmanager.operation.Looker;
import io.github.kextmanager.operation.Mac;
import io.github.kextmanager.operation.Reconciler;
import io.github.kextmanager.operation.Reloader;
import io.github.kextmanager.operation.RunningOperation;
import io.github.kextmanager.operation.Unloader;
import io.github.kextmanager.operation.Waiter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The life of kernel extensions on one Mac: what is loaded, loading, unloading, and the truth about
 * each.
 *
 * <p>A change is one look at the kernel, at most one command as root, and one more look. Its
 * outcome says what the second look showed. A refusal by macOS is an outcome; an exception means
 * that macOS could not be asked, or that its answer could not be read.
 *
 * <p>Thread-safe. Looks run side by side; changes run one at a time, in the order in which they
 * came. A call may be interrupted: it then kills the command that it runs, as far as that is
 * permitted, and throws a {@link io.github.kextmanager.command.CommandInterruptedException}, or, if
 * it waited for another change, a {@link
 * io.github.kextmanager.lifecycle.ChangeInterruptedException}; the interrupt flag is set again.
 * Once a change has been made, its outcome is returned instead, as indeterminate. Whatever a call
 * leaves open, {@link #remembered} tells at the next look, if there is a journal.
 *
 * <p>A command that could not be stopped, because this process is not root and so cannot signal
 * what sudo started, lives on, and may still change something after its outcome was returned. The
 * {@linkplain CommandRecord record} of the command names its process; the next change does not wait
 * for it, since it may never end.
 *
 * <p>Paths are absolute, as seen on the Mac; files are read below {@linkplain
 * KextManagerBuilder#root the root}.
 */
public final class KextManager {
  private final Mac mac;
  private final Executor executor;

  KextManager(Mac mac, Executor executor) {
    this.mac = mac;
    this.executor = executor;
  }

  /**
   * A manager for this Mac.
   *
   * @return the manager
   * @throws io.github.kextmanager.model.NotAMacException if this machine is not one
   */
  public static KextManager create() {
    return builder().build();
  }

  /**
   * A builder for a manager that differs: another root, another way to run commands, other
   * deadlines.
   *
   * @return a new builder
   */
  public static KextManagerBuilder builder() {
    return new KextManagerBuilder();
  }

  /**
   * The release of macOS, asked once.
   *
   * @return the release
   * @throws io.github.kextmanager.model.QueryFailedException if {@code sw_vers} does not answer
   * @throws io.github.kextmanager.model.KextException if it is before 10.6
   * @throws io.github.kextmanager.command.CommandException if {@code sw_vers} cannot be run
   */
  public MacOsVersion release() {
    return new Looker(mac).release();
  }

  /**
   * What is loaded now.
   *
   * @return a snapshot
   * @throws io.github.kextmanager.model.QueryFailedException if the tool fails, or prints what is
   *     not a whole table
   * @throws io.github.kextmanager.command.CommandException if the tool cannot be run
   */
  public KextSnapshot snapshot() {
    return new Looker(mac).snapshot();
  }

  /**
   * The state of one kext, by one look at the kernel and at the folders for extensions.
   *
   * @param identifier the kext
   * @return its status
   * @throws io.github.kextmanager.model.QueryFailedException as for {@link #snapshot}
   * @throws io.github.kextmanager.command.CommandException as for {@link #snapshot}
   */
  public KextStatus status(BundleIdentifier identifier) {
    return new Looker(mac).status(identifier);
  }

  /**
   * Loads the kext of a bundle.
   *
   * @param bundle the path of the bundle
   * @return how it came out
   * @throws IllegalArgumentException if the path is not absolute, or goes through {@code ..}
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if there is no readable bundle
   */
  public LoadOutcome load(Path bundle) {
    return load(LoadRequest.of(bundle)).get(0);
  }

  /**
   * Loads a kext that macOS finds by its identifier.
   *
   * @param identifier the identifier
   * @return how it came out
   * @throws IllegalArgumentException if the identifier is not well-formed
   */
  public LoadOutcome load(BundleIdentifier identifier) {
    return load(LoadRequest.of(identifier)).get(0);
  }

  /**
   * Loads kexts, all in one command. What they need is loaded with them.
   *
   * @param request the kexts
   * @return an outcome for each target, in order
   * @throws IllegalArgumentException if an identifier or a path may not be given to a tool
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if a target is not a readable
   *     bundle; nothing was loaded then
   * @throws io.github.kextmanager.command.CommandException if a tool cannot be run
   */
  public List<LoadOutcome> load(LoadRequest request) {
    return new Loader(mac).load(request, Insistence.ASK_ABOUT_BUILDS);
  }

  /**
   * Makes sure that kexts are loaded: as {@link #load(LoadRequest)}, but where one look shows the
   * wanted version loaded, nothing is run.
   *
   * @param request the kexts
   * @return an outcome for each target, in order
   * @throws IllegalArgumentException as for {@link #load(LoadRequest)}
   * @throws io.github.kextmanager.bundle.UnreadableBundleException as for {@link
   *     #load(LoadRequest)}
   * @throws io.github.kextmanager.command.CommandException as for {@link #load(LoadRequest)}
   */
  public List<LoadOutcome> ensureLoaded(LoadRequest request) {
    return new Loader(mac).load(request, Insistence.TRUST_THE_LOOK);
  }

  /**
   * Unloads a kext on which no other depends.
   *
   * @param identifier the kext
   * @return how it came out
   * @throws IllegalArgumentException if the identifier is not well-formed
   */
  public UnloadOutcome unload(BundleIdentifier identifier) {
    return unload(UnloadRequest.of(identifier)).get(0);
  }

  /**
   * Unloads kexts, all in one command, each before those that it links against.
   *
   * @param request the kexts
   * @return an outcome for each kext that was named and each dependent that was to go first, in the
   *     order of unloading
   * @throws IllegalArgumentException if an identifier is not well-formed
   * @throws io.github.kextmanager.command.CommandException if a tool cannot be run
   */
  public List<UnloadOutcome> unload(UnloadRequest request) {
    return new Unloader(mac).unload(request);
  }

  /**
   * Makes sure that kexts are absent from the kernel: as {@link #unload(UnloadRequest)}, under the
   * name that says what a caller wants who does not care whether they were there. A kext that
   * others link against stays, and is {@linkplain UnloadOutcome.InUse in use}: to stop what belongs
   * to others is to be asked for, by {@link UnloadRequest#dependentsFirst}.
   *
   * @param request the kexts
   * @return an outcome for each of them, and for each dependent that was to go first, in the order
   *     of unloading
   * @throws IllegalArgumentException if an identifier is not well-formed
   * @throws io.github.kextmanager.command.CommandException if a tool cannot be run
   */
  public List<UnloadOutcome> ensureAbsent(UnloadRequest request) {
    return unload(request);
  }

  /**
   * Unloads the kext of a bundle, whatever its version, and loads the bundle.
   *
   * @param bundle the path of the bundle
   * @return how it came out
   */
  public ReloadOutcome reload(Path bundle) {
    return reload(LoadRequest.of(bundle));
  }

  /**
   * Unloads a kext and loads it again.
   *
   * @param identifier the kext
   * @return how it came out
   */
  public ReloadOutcome reload(BundleIdentifier identifier) {
    return reload(LoadRequest.of(identifier));
  }

  /**
   * Unloads a kext and loads it again, without another change in between. By path, the bundle is
   * read first, and what is unloaded is whatever is loaded under its identifier.
   *
   * @param request one kext, and what it needs
   * @return how it came out. A kext that was not loaded is just loaded; one that cannot be unloaded
   *     stays
   * @throws IllegalArgumentException if the request names more than one kext, or one that may not
   *     be given to a tool
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if there is no readable bundle;
   *     nothing was changed then
   * @throws io.github.kextmanager.command.CommandException if a tool cannot be run before anything
   *     was changed
   */
  public ReloadOutcome reload(LoadRequest request) {
    return new Reloader(mac).reload(request);
  }

  /**
   * Loads kexts, and where persons or MDM must approve them first, waits and loads them again when
   * they have. From macOS 11 on a restart is then owed, for which nothing can wait.
   *
   * <p>Who allowed what is read from the system's database where that is possible, else macOS is
   * asked again every 30 seconds and at the deadline; and after 30 minutes, when up to macOS 10.15
   * the button to allow is gone (TN2459). Other changes are not held up meanwhile.
   *
   * @param request the kexts
   * @param waiting how long, and whom to tell
   * @return the outcomes of the last attempt, one for each target, in order. If the thread is
   *     interrupted after the first, whatever it does then, the last there were, with the flag set
   *     again; indeterminate where the interrupt stopped a load
   * @throws io.github.kextmanager.command.CommandException if a tool cannot be run
   */
  public List<LoadOutcome> awaitApproval(LoadRequest request, Waiting waiting) {
    return new Waiter(mac).awaitApproval(request, waiting);
  }

  /**
   * Looks until a kext is loaded, by whomever and in whichever version, and changes nothing. For a
   * kext of which the folders for extensions hold only bundles without code, which the kernel never
   * lists, it looks once.
   *
   * @param identifier the kext
   * @param waiting how long, and whom to tell
   * @return what the last look showed; if the thread is interrupted after the first, the last there
   *     was, with the flag set again
   * @throws io.github.kextmanager.command.CommandException if the tool cannot be run
   */
  public KextStatus awaitLoaded(BundleIdentifier identifier, Waiting waiting) {
    return new Waiter(mac).awaitLoaded(identifier, waiting);
  }

  /**
   * What the {@linkplain KextManagerBuilder#journal journal} remembers, compared with one look and,
   * where an approval is owed, with who allowed what: which kexts that had to wait are loaded now,
   * for which a restart did not help, which only have to be loaded again, which are still owed, and
   * how the kexts stand of changes whose outcome nobody saw, because the Mac or the program went
   * down, or the thread was interrupted.
   *
   * @return what is remembered; nothing without a journal
   * @throws io.github.kextmanager.model.KextException if the journal cannot be read
   */
  public Remembered remembered() {
    return new Reconciler(mac).reconcile();
  }

  /**
   * A look at the whole Mac, for a diagnosis of its kexts. Changes nothing.
   *
   * @return the look, which is taken when it is asked for a doctor
   */
  public DoctorsLook examination() {
    return DoctorsLook.at(mac.runner(), mac.root(), mac.deadlines().look());
  }

  /**
   * Reads the bundle of a kext.
   *
   * @param bundle its path
   * @return what it says of itself
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if it cannot be read
   */
  public KextBundle bundle(Path bundle) {
    return new KextBundleReader(mac.root()).read(bundle);
  }

  /**
   * Starts work on another thread, from where it can be cancelled: {@code manager.start(m ->
   * m.load(path))}.
   *
   * @param <T> what the work comes to
   * @param work calls of this manager
   * @return the operation
   * @throws java.util.concurrent.RejectedExecutionException if the executor does not take it
   */
  public <T> Operation<T> start(Function<KextManager, T> work) {
    return RunningOperation.start(() -> work.apply(this), executor);
  }

  /**
   * The changes that this manager asked for as root, being root or through sudo: the last thousand
   * commands, oldest first, those that sudo refused among them. Looks need no root and are not
   * here.
   *
   * @return a copy
   */
  public List<CommandRecord> audit() {
    return mac.audit().records();
  }
}
