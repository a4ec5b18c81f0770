# What `sam build` runs for each resource of template.yaml with BuildMethod makefile ("Building Lambda functions with custom
# runtimes in AWS SAM", AWS SAM Developer Guide): target build-<logical id>, result in ARTIFACTS_DIR. The parameters Packaging
# and Architecture choose the folder, and its Makefile how it is built; so code and layer cannot come from two choices.

HANGTAG := ../../../hangtag
TARGET := ../../../target

ifeq ($(wildcard $(HANGTAG)),)
$(error There is no ./hangtag above $(CURDIR): build in the source, as samconfig.toml says (sam build --build-in-source))
endif

.PHONY: build-TaggerFunction build-BackfillFunction build-ApiFunction build-ModelLayer

# Backfill and tagger are one zip, told apart by QUARKUS_LAMBDA_HANDLER.
build-TaggerFunction build-BackfillFunction:
	$(BUILD_TAGGER)
	unzip -q -o $(TARGET)/tagger/function.zip -d "$(ARTIFACTS_DIR)"

build-ApiFunction:
	$(BUILD_API)
	unzip -q -o $(TARGET)/api/function.zip -d "$(ARTIFACTS_DIR)"

build-ModelLayer:
	$(HANGTAG) build layer --arch $(ARCHITECTURE)
	cp -R $(TARGET)/layer/$(ARCHITECTURE)/. "$(ARTIFACTS_DIR)"
