@echo off
rem banxin preview, banxin publish, banxin new issue ...: sets up what it needs when it first runs
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
set PYTHON=
set "FIT=import sys; sys.exit(sys.version_info < (3, 11))"
py -3 -c "%FIT%" >nul 2>nul
if not errorlevel 1 set "PYTHON=py -3"
if defined PYTHON goto found
python -c "%FIT%" >nul 2>nul
if not errorlevel 1 set "PYTHON=python"
if not defined PYTHON goto missing
:found
cd /d "%~dp0"
%PYTHON% tools\paper.py %*
exit /b %errorlevel%
:missing
echo 这台电脑上没有 Python 3.11 或更新的版本。
echo 请到 https://www.python.org/downloads/ 下载安装，安装时勾选 Add python.exe to PATH，再来一次。
exit /b 1
