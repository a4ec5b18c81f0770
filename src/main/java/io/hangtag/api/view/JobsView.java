package io.hangtag.api.view;

import java.util.List;

/**
 * Jobs.
 *
 * @param jobs newest first
 */
public record JobsView(List<JobView> jobs) {}
