package io.hangtag.api.view;

import java.util.List;

/**
 * The model packages of this deployment.
 *
 * @param models by name and version, the one that serves first
 */
public record ModelsView(List<ModelView> models) {}
