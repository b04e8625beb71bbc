@echo off
rem double-click
call "%~dp0banxin.cmd" publish
pause
