package io.github.kextmanager.testing;

/**
 * Whose a file of a simulated Mac is, and who may do what with it.
 *
 * @param user the number of the user
 * @param group the number of the group
 * @param mode the mode bits
 */
public record FileOwner(int user, int group, int mode) {}
